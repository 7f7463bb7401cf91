# You let each team walk down its own list and place items that are on the page already. Nobody sees a
# product twice: the picker skips what is placed.
# rule: pick
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k:
        left_a = a[team.count("A") :]
        left_b = b[team.count("B") :]
        if not set(a) - set(ranking) or not set(b) - set(ranking):
            break
        lead = team.count("A") - team.count("B")
        if lead == 0:
            coin = next(flips, None)
            if coin is None and len(set(ranking)) < len(ranking):
                break
            if coin is None:
                raise ValueError("a coin is missing")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        ranking.append(left_a[0] if a_picks else left_b[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
