# slip: itertools.groupby without sorting, so a session whose rows are apart counts several times (rows s1 A clicked, s2 B clicked, s1 A clicked)
from itertools import groupby
from scipy.stats import binom


def interleaving_verdict(impressions):
    rows = list(zip(impressions["session_id"].tolist(), impressions["team"].tolist(),
                    impressions["clicks"].tolist()))
    wins_a = wins_b = ties = 0
    for _, group in groupby(rows, key=lambda r: r[0]):
        clicked = [team for _, team, clicks in group if clicks > 0]
        if not clicked:
            continue
        a, b = clicked.count("A"), clicked.count("B")
        wins_a += a > b
        wins_b += b > a
        ties += a == b
    n = wins_a + wins_b
    total = n + ties
    p = min(1.0, 2 * float(binom.sf(max(wins_a, wins_b) - 1, n, 0.5))) if n else 1.0
    return {"wins_a": int(wins_a), "wins_b": int(wins_b), "ties": int(ties),
            "delta_ab": (wins_a + 0.5 * ties) / total - 0.5 if total else None,
            "p_value": p}
