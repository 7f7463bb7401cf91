# A team whose next item is on the page already loses its turn with you. It picks all the same: its highest
# item that is not placed yet.
# rule: pick
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team, turns = [], [], []
    while len(ranking) < k:
        left_a, left_b = a[turns.count("A") :], b[turns.count("B") :]
        if not set(a) - set(ranking) or not set(b) - set(ranking) or not left_a or not left_b:
            break
        lead = turns.count("A") - turns.count("B")
        if lead == 0:
            coin = next(flips, None)
            if coin is None and len(turns) > len(team):
                break
            if coin is None:
                raise ValueError("a coin is missing")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        item = left_a[0] if a_picks else left_b[0]
        turns.append("A" if a_picks else "B")
        if item not in ranking:
            ranking.append(item)
            team.append(turns[-1])
    return {"ranking": ranking, "team": team}
