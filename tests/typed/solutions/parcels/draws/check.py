"""Draws are values; a value that never comes in 50 draws of three: less than once in 1e8 runs."""


def check(inputs, value):
    if len(value) != inputs["n"]:
        return f"{inputs['n']} values are asked for, yours are {len(value)}."
    known = set(inputs["values"].tolist())
    if set(value) - known:
        return "A value was returned that is not among those to draw from."
    if inputs["n"] >= 50 and set(value) != known:
        return "Some values are never drawn."
    return None
