# style: a dict of shrinking pools and an iterator over the coins
def team_draft(a, b, coins, k):
    if k < 0:
        raise ValueError("k must not be negative")
    for items in (a, b):
        if len(set(items)) < len(items):
            raise ValueError("an item is repeated inside a list")
    pools = {"A": list(a), "B": list(b)}
    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k and pools["A"] and pools["B"]:
        size_a, size_b = team.count("A"), team.count("B")
        if size_a == size_b:
            try:
                picker = "A" if next(flips) else "B"
            except StopIteration:
                raise ValueError("no coin left") from None
        else:
            picker = "A" if size_a < size_b else "B"
        item = pools[picker][0]
        ranking.append(item)
        team.append(picker)
        for name in pools:
            pools[name] = [other for other in pools[name] if other != item]
    return {"ranking": ranking, "team": team}
