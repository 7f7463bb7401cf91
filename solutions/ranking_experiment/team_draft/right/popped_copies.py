# style: copies of the lists from which whatever is placed is removed; team sizes as two numbers
def team_draft(a, b, coins, k):
    for items in (a, b):
        for place, item in enumerate(items):
            if item in items[:place]:
                raise ValueError(f"{item} stands twice in a list")
    if k < 0:
        raise ValueError("a page has no negative length")
    a, b, coins = list(a), list(b), list(coins)
    ranking, team, size_a, size_b = [], [], 0, 0
    for _ in range(k):
        if not a or not b:
            break
        if size_a == size_b:
            if not coins:
                raise ValueError("no coin is left")
            a_picks = coins.pop(0)
        else:
            a_picks = size_a < size_b
        if a_picks:
            item, size_a = a[0], size_a + 1
        else:
            item, size_b = b[0], size_b + 1
        ranking.append(item)
        team.append("A" if a_picks else "B")
        for items in (a, b):
            if item in items:
                items.remove(item)
    return {"ranking": ranking, "team": team}
