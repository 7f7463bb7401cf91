# slip: the doubled tail is not capped at 1 (one session won by A and one by B: 1.5)
from math import comb


def interleaving_verdict(impressions):
    log = impressions.assign(hit=impressions["clicks"] > 0)
    log = log[log["hit"]]
    wins_a = wins_b = ties = 0
    for _, part in log.groupby("session_id"):
        a = int((part["team"] == "A").sum())
        b = int((part["team"] == "B").sum())
        if a > b:
            wins_a += 1
        elif b > a:
            wins_b += 1
        else:
            ties += 1
    n = wins_a + wins_b
    if n:
        p = 2 * sum(comb(n, i) for i in range(max(wins_a, wins_b), n + 1)) / 2 ** n
    else:
        p = 1.0
    total = n + ties
    delta = (wins_a + 0.5 * ties) / total - 0.5 if total else None
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties, "delta_ab": delta, "p_value": p}
