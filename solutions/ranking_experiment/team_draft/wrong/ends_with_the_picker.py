# You end the page only when the team whose turn it is has nothing left, so the other one may get a last
# pick. Look at both lists before every pick: as soon as either is empty, the page ends.
# rule: end
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k:
        left_a = [item for item in a if item not in ranking]
        left_b = [item for item in b if item not in ranking]
        lead = team.count("A") - team.count("B")
        if lead == 0:
            coin = next(flips, None)
            if coin is None and not (left_a and left_b):
                break
            if coin is None:
                raise ValueError("a coin is missing")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        mine = left_a if a_picks else left_b
        if not mine:
            break
        ranking.append(mine[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
