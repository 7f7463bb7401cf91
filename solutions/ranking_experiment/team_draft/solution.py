def team_draft(a, b, coins, k):
    if k < 0:
        raise ValueError("k cannot be negative")
    if len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("an item stands twice in a list")

    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k:
        best_a = next((item for item in a if item not in ranking), None)
        best_b = next((item for item in b if item not in ranking), None)
        if best_a is None or best_b is None:
            break  # one list has nothing left to compare with
        lead = team.count("A") - team.count("B")
        if lead == 0:
            coin = next(flips, None)
            if coin is None:
                raise ValueError("there are too few coins")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        ranking.append(best_a if a_picks else best_b)
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
