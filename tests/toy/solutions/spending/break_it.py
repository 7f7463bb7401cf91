# One order on as_of is enough: there the two answers part.
def break_it():
    return {
        "customers": [(1, "Ada")],
        "orders": [(7, 1, 2.5, "2025-06-30")],
        "params": [("2025-06-30",)],
    }
