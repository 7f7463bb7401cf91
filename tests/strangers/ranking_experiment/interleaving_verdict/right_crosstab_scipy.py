# style: pandas crosstab of clicked results and scipy.stats.binomtest
import pandas as pd
from scipy.stats import binomtest


def interleaving_verdict(impressions):
    clicked = impressions.loc[impressions["clicks"] > 0, ["session_id", "team"]]
    if clicked.empty:
        return {"wins_a": 0, "wins_b": 0, "ties": 0, "delta_ab": None, "p_value": 1.0}
    table = pd.crosstab(clicked["session_id"], clicked["team"])
    table = table.reindex(columns=["A", "B"], fill_value=0)
    gap = table["A"] - table["B"]
    wins_a, wins_b, ties = int((gap > 0).sum()), int((gap < 0).sum()), int((gap == 0).sum())
    n = wins_a + wins_b
    p_value = binomtest(wins_a, n, 0.5).pvalue if n else 1.0
    delta = (wins_a + 0.5 * ties) / (n + ties) - 0.5
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties,
            "delta_ab": delta, "p_value": float(min(1.0, p_value))}
