# prints a very long report and returns nothing
def funnel_by_device(events):
    for i in range(20000):
        print("line", i, "of a long report on", len(events), "events")
