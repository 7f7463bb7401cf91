# The correction comes first: alone it is negative, and + forgets it before the count arrives.
def break_it():
    return {"shards": [{"a": -1}, {"a": 2}], "k": 1}
