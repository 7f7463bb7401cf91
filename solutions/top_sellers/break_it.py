# The parcel that came back belongs to no order; its NULL makes NOT IN unknown for every order.
def break_it():
    return {
        "orders": [(1, "2025-06-30 09:00:00")],
        "deliveries": [(1, 1, "delivered", None), (2, None, "returned", None)],
        "params": [("2025-06-30",)],
    }
