# A member in January and in March, away in February: back in March, but not kept from February.
def break_it():
    return {
        "prime_memberships": [
            (1, 1, "monthly", "2025-01-01", "2025-02-01"),
            (2, 1, "monthly", "2025-03-01", "2025-04-01"),
        ],
        "params": [("2025-03-31",)],
    }
