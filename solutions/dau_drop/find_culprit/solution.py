from itertools import combinations

DIMENSIONS = ["app_version", "country", "platform"]


def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance is a size, so it must not be negative")

    passive = events["event_name"].isin(["push_received", "background_sync"])
    active = events[~passive & events["user_id"].notna()]
    day = active["event_time"].dt.normalize()
    active = active[["user_id", *DIMENSIONS]].fillna("unknown")
    before = active[day == before_day].to_dict("records")
    after = active[day == after_day].to_dict("records")

    def users(rows):
        return len({row["user_id"] for row in rows})

    def change(rows_before, rows_after):
        return (users(rows_after) - users(rows_before)) / users(rows_before)

    if not before or change(before, after) >= -tolerance:
        return None

    def belongs(row, segment):
        return all(row[name] == value for name, value in segment.items())

    def split(rows, segment):
        inside = [row for row in rows if belongs(row, segment)]
        outside = [row for row in rows if not belongs(row, segment)]
        return inside, outside

    found = []
    for names in [*combinations(DIMENSIONS, 1), *combinations(DIMENSIONS, 2)]:
        for values in {tuple(row[name] for name in names) for row in before}:
            segment = dict(zip(names, values))
            in_before, rest_before = split(before, segment)
            in_after, rest_after = split(after, segment)
            if not rest_before or change(rest_before, rest_after) < -tolerance:
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
