# You split the ties between the two sides of the test. A sign test drops ties; splitting them drags p
# toward 1, because they are evidence for neither side. They belong to delta_ab alone.
# rule: sign_test
from scipy.stats import binom


def interleaving_verdict(impressions):
    rows = impressions.assign(clicked=impressions["clicks"] > 0)
    clicked = rows[rows["clicked"]]
    a = clicked["clicked"].where(clicked["team"] == "A", 0).groupby(clicked["session_id"]).sum()
    b = clicked["clicked"].where(clicked["team"] == "B", 0).groupby(clicked["session_id"]).sum()
    wins_a, wins_b, ties = int((a > b).sum()), int((a < b).sum()), int((a == b).sum())
    total = wins_a + wins_b + ties
    delta = (wins_a + 0.5 * ties) / total - 0.5 if total else None
    half = (ties + 1) // 2  # a tie that cannot be split goes to the winner
    p_value = min(1.0, 2 * binom.sf(max(wins_a, wins_b) + half - 1, total, 0.5))
    return {"wins_a": wins_a, "wins_b": wins_b, "ties": ties, "delta_ab": delta, "p_value": p_value}
