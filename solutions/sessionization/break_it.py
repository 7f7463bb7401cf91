# The second click is the first of its user, yet it is compared with the click of somebody else.
def break_it():
    return {
        "clickstream": [(1, "2025-06-01 10:00:00", "/"), (2, "2025-06-01 10:00:00", "/")],
    }
