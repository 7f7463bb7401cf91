# style: a dict of per-session scores and an exact Fraction tail
from fractions import Fraction
from math import comb


def interleaving_verdict(impressions):
    score = {}
    for session, team, clicks in zip(impressions["session_id"].tolist(),
                                     impressions["team"].tolist(),
                                     impressions["clicks"].tolist()):
        if clicks > 0:
            score[session] = score.get(session, 0) + (1 if team == "A" else -1)
    wins_a = sum(1 for s in score.values() if s > 0)
    wins_b = sum(1 for s in score.values() if s < 0)
    ties = len(score) - wins_a - wins_b
    delta = None
    if score:
        delta = float(Fraction(2 * wins_a + ties, 2 * len(score)) - Fraction(1, 2))
    n = wins_a + wins_b
    top = max(wins_a, wins_b)
    tail = Fraction(2 * sum(comb(n, i) for i in range(top, n + 1)), 2 ** n)
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties,
            "delta_ab": delta, "p_value": float(min(Fraction(1), tail))}
