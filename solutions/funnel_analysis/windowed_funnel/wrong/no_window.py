# You put no limit on the time: this is still the ordered funnel. A step counts only within 7 days
# of the view that its chain starts from.
# rule: window
def windowed_funnel(events):
    return ordered_funnel(events)
