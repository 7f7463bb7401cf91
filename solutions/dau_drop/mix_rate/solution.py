def mix_rate(base_period, next_period):
    both = base_period.merge(next_period, on="segment", how="outer", suffixes=("_0", "_1"))
    w0, w1 = (both[name].fillna(0) / both[name].sum() for name in ("users_0", "users_1"))
    r0, r1 = both["active_0"] / both["users_0"], both["active_1"] / both["users_1"]

    # 0 / 0 is NaN, and so is a segment that is absent: both borrow the other period's rate.
    r0, r1 = r0.fillna(r1), r1.fillna(r0)
    centre = ((w0 * r0).sum() + (w1 * r1).sum()) / 2

    return both[["segment"]].assign(
        mix_effect=(w1 - w0) * ((r0 + r1) / 2 - centre),
        rate_effect=(r1 - r0) * (w0 + w1) / 2,
    )
