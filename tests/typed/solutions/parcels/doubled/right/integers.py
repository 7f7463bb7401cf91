# integers are as good as floats
def doubled(x):
    return x + x
