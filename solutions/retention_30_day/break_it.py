# Day 30 falls after as_of, so nobody is eligible; the visit on it lies in the future and is counted.
def break_it():
    return {
        "customers": [(1, "2025-06-10 09:00:00")],
        "visits": [(1, "2025-07-10 09:00:00")],
        "params": [("2025-06-30",)],
    }
