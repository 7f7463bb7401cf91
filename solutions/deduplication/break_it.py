# A phone without a city, and a city without a phone: one text, two different records.
def break_it():
    return {
        "customer_records": [
            {"record_id": 1, "phone": "555"},
            {"record_id": 2, "city": "555"},
        ],
    }
