# style: a crosstab of sessions and teams, the lower binomial tail
import numpy as np
import pandas as pd
from scipy import stats


def interleaving_verdict(impressions):
    hits = impressions.query("clicks > 0")
    table = pd.crosstab(hits["session_id"], hits["team"]).reindex(columns=["A", "B"], fill_value=0)
    sign = np.sign(table["A"].to_numpy() - table["B"].to_numpy())
    wins_a, wins_b, ties = (np.count_nonzero(sign == s) for s in (1, -1, 0))
    result = {"wins_a": wins_a, "wins_b": wins_b, "ties": ties, "delta_ab": None, "p_value": 1.0}
    if len(sign):
        result["delta_ab"] = sign.mean() / 2
    if wins_a != wins_b:
        result["p_value"] = 2 * stats.binom.cdf(min(wins_a, wins_b), wins_a + wins_b, 0.5)
    return result
