# never ends
def day_30_retention(customers, visits, params):
    n = 0
    while True:
        n += 1
