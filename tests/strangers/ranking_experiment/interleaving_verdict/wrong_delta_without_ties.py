# slip: delta_ab leaves the ties out, wins_a / (wins_a + wins_b) - 0.5 (one session won by A and one tied)
import numpy as np
from scipy.stats import binomtest


def interleaving_verdict(impressions):
    clicked = impressions[impressions["clicks"] > 0]
    sign = np.where(clicked["team"].to_numpy() == "A", 1, -1)
    per_session = clicked[["session_id"]].assign(sign=sign).groupby("session_id")["sign"].sum()
    wins_a = int((per_session > 0).sum())
    wins_b = int((per_session < 0).sum())
    ties = int((per_session == 0).sum())
    n = wins_a + wins_b
    return {
        "wins_a": wins_a,
        "wins_b": wins_b,
        "ties": ties,
        "delta_ab": wins_a / n - 0.5 if n else None,
        "p_value": float(min(1.0, binomtest(wins_a, n, 0.5).pvalue)) if n else 1.0,
    }
