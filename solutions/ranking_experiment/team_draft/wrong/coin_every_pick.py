# You flip a coin for every pick, so one team may place far more items than the other. A pick answers
# the other team's pick; the coin is only for even teams.
# rule: turn
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k:
        left_a = [item for item in a if item not in ranking]
        left_b = [item for item in b if item not in ranking]
        if not left_a or not left_b:
            break
        coin = next(flips, None)
        lead = team.count("A") - team.count("B")
        if coin is None and len(ranking) >= 2 * len(coins):
            raise ValueError("a coin is missing")
        a_picks = lead <= 0 if coin is None else coin == 1
        ranking.append(left_a[0] if a_picks else left_b[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
