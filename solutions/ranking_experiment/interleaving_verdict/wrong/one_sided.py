# You take one tail. Before the test either ranking could have won, so a win of A as clear as this one of B
# would have been as surprising: double the tail, up to 1.
# rule: sign_test
from scipy.stats import binom


def interleaving_verdict(impressions):
    rows = impressions.assign(clicked=impressions["clicks"] > 0)
    clicked = rows[rows["clicked"]]
    a = clicked["clicked"].where(clicked["team"] == "A", 0).groupby(clicked["session_id"]).sum()
    b = clicked["clicked"].where(clicked["team"] == "B", 0).groupby(clicked["session_id"]).sum()
    wins_a, wins_b, ties = int((a > b).sum()), int((a < b).sum()), int((a == b).sum())
    n, total = wins_a + wins_b, wins_a + wins_b + ties
    delta = (wins_a + 0.5 * ties) / total - 0.5 if total else None
    p_value = min(1.0, binom.sf(max(wins_a, wins_b) - 1, n, 0.5))
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties, "delta_ab": delta, "p_value": p_value}
