# You compare the clicks of A and B over all sessions. One obsessive session would outvote many: let every
# session vote once, and compare the votes.
# rule: votes
from scipy.stats import binom


def interleaving_verdict(impressions):
    rows = impressions.assign(clicked=impressions["clicks"] > 0)
    clicked = rows[rows["clicked"]]
    a = clicked["clicked"].where(clicked["team"] == "A", 0).groupby(clicked["session_id"]).sum()
    b = clicked["clicked"].where(clicked["team"] == "B", 0).groupby(clicked["session_id"]).sum()
    wins_a, wins_b, ties = int((a > b).sum()), int((a < b).sum()), int((a == b).sum())
    total = wins_a + wins_b + ties
    clicks_a = int(rows.loc[rows["team"] == "A", "clicks"].sum())
    clicks_b = int(rows.loc[rows["team"] == "B", "clicks"].sum())
    delta = clicks_a / (clicks_a + clicks_b) - 0.5 if total else None
    p_value = min(1.0, 2 * binom.sf(max(clicks_a, clicks_b) - 1, clicks_a + clicks_b, 0.5))
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties, "delta_ab": delta, "p_value": p_value}
