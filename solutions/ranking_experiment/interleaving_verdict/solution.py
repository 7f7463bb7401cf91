from scipy.stats import binom


def interleaving_verdict(impressions):
    clicked = impressions[impressions["clicks"] > 0]
    vote = clicked["team"].map({"A": 1, "B": -1})
    lead = vote.groupby(clicked["session_id"]).sum()

    wins_a, wins_b, ties = int((lead > 0).sum()), int((lead < 0).sum()), int((lead == 0).sum())
    wins, sessions = wins_a + wins_b, len(lead)
    tail = binom.sf(max(wins_a, wins_b) - 1, wins, 0.5)
    return {
        "wins_a": wins_a,
        "wins_b": wins_b,
        "ties": ties,
        "delta_ab": (wins_a + 0.5 * ties) / sessions - 0.5 if sessions else None,
        "p_value": min(1.0, 2 * tail),
    }
