# You credit an item to the team whose ranking has it higher. Credit goes to the team that placed the
# item; else the better half of the page is decided by the lists and no longer by the coin.
# rule: pick
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team, size_a = [], [], 0
    while len(ranking) < k:
        left_a = [item for item in a if item not in ranking]
        left_b = [item for item in b if item not in ranking]
        if not left_a or not left_b:
            break
        lead = size_a - (len(ranking) - size_a)
        if lead == 0:
            coin = next(flips, None)
            if coin is None:
                raise ValueError("a coin is missing")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        ranking.append(left_a[0] if a_picks else left_b[0])
        size_a += a_picks
        team.append("A" if a_picks else "B")
    for place, item in enumerate(ranking):
        if item in a and item in b and a.index(item) != b.index(item):
            team[place] = "A" if a.index(item) < b.index(item) else "B"
    return {"ranking": ranking, "team": team}
