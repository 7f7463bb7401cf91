# style: plain Python over dictionaries
import pandas as pd


def mix_rate(base_period, next_period):
    periods = []
    for table in (base_period, next_period):
        rows = {row.segment: (row.users, row.active) for row in table.itertuples() if row.users}
        users, active = map(sum, zip(*rows.values()))
        periods.append((rows, users, active / users))
    (rows0, users0, overall0), (rows1, users1, overall1) = periods
    result = []
    for segment in sorted(rows0.keys() | rows1.keys()):
        n0, a0 = rows0.get(segment, (0, 0))
        n1, a1 = rows1.get(segment, (0, 0))
        r0 = a0 / n0 if n0 else a1 / n1
        r1 = a1 / n1 if n1 else r0
        step = n1 / users1 - n0 / users0
        size = n1 / users1 + n0 / users0
        result.append(
            (segment, step * ((r0 + r1) - (overall0 + overall1)) / 2, (r1 - r0) * size / 2)
        )
    return pd.DataFrame(result, columns=["segment", "mix_effect", "rate_effect"])
