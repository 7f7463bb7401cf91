# Sets of people and plain loops; the rests are compared as fractions of whole numbers.
from fractions import Fraction


def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("a negative tolerance")
    days = {before_day.date(): set(), after_day.date(): set()}
    for row in events.to_dict("records"):
        there = days.get(row["event_time"].date())
        if there is None or row["event_name"] in ("push_received", "background_sync"):
            continue
        if isinstance(row["user_id"], str):
            values = [
                (name, row[name] if isinstance(row[name], str) else "unknown")
                for name in ("app_version", "country", "platform")
            ]
            there.add((row["user_id"], *values))
    before, after = days[before_day.date()], days[after_day.date()]

    def people(rows):
        return len({user for user, *_ in rows})

    def fell(n_before, n_after):
        return Fraction(n_after - n_before, n_before) < -Fraction(tolerance)

    if not before or not fell(people(before), people(after)):
        return None

    candidates = set()
    for _, a, b, c in before:
        candidates |= {(a,), (b,), (c,), (a, b), (a, c), (b, c)}

    best = None
    for segment in candidates:
        inside = [people(r for r in rows if set(segment) <= set(r[1:])) for rows in (before, after)]
        rest = [people(r for r in rows if set(segment) - set(r[1:])) for rows in (before, after)]
        if rest[0] == 0 or fell(*rest):
            continue
        rank = (inside[0], len(segment), segment)
        if best is None or rank < best[0]:
            best = rank, inside[1], (rest[1] - rest[0]) / rest[0]
    if best is None:
        return None
    (dau_before, _, segment), dau_after, rest_change = best
    return {
        "segment": dict(segment),
        "dau_before": dau_before,
        "dau_after": dau_after,
        "rest_change": rest_change,
    }
