# The first cart is too early, the second one is in order; the query has seen only the first.
def break_it():
    return {
        "events": [
            (1, "2025-06-01 09:00:00", "add_to_cart", "mobile"),
            (1, "2025-06-01 10:00:00", "view", "mobile"),
            (1, "2025-06-01 11:00:00", "add_to_cart", "mobile"),
        ],
    }
