# Two runs of one length, the later letter first.
def break_it():
    return {"text": "ba", "k": 1}
