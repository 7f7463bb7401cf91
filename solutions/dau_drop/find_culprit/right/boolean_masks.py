# style: a numpy matrix with a row per user and kind of event, masks, and a running best
import numpy as np


def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance must be at least 0")
    names = ("app_version", "country", "platform")
    day = events["event_time"].dt.floor("D")
    keep = (
        events["user_id"].notna()
        & (events["event_name"] != "push_received")
        & (events["event_name"] != "background_sync")
        & ((day == before_day) | (day == after_day))
    ).to_numpy()
    users = events["user_id"].to_numpy()[keep]
    is_before = (day == before_day).to_numpy()[keep]
    values = np.array([events[n].fillna("unknown").to_numpy(dtype=object)[keep] for n in names]).T

    def dau(mask):
        return len(set(users[mask]))

    n, m = dau(is_before), dau(~is_before)
    if n == 0 or m / n - 1 >= -tolerance:
        return None

    best = None
    for places in [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2)]:
        for wanted in sorted({tuple(row) for row in values[is_before][:, list(places)]}):
            inside = np.ones(len(users), dtype=bool)
            for place, value in zip(places, wanted):
                inside &= values[:, place] == value
            rest = dau(~inside & is_before)
            if not rest:
                continue
            change = dau(~inside & ~is_before) / rest - 1
            if change < -tolerance:
                continue
            segment = [(names[place], value) for place, value in zip(places, wanted)]
            rank = [dau(inside & is_before), len(places), segment]
            if best is None or rank < best[0]:
                best = rank, dau(inside & ~is_before), change
    if best is None:
        return None
    (dau_before, _, segment), dau_after, change = best
    return dict(
        segment=dict(segment), dau_before=dau_before, dau_after=dau_after, rest_change=change
    )
