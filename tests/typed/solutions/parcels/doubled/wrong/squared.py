# Twice as large is not squared.
def doubled(x):
    return x**2.0
