# style: rounds of two picks, one coin per round, pointers into both lists
def team_draft(a, b, coins, k):
    a, b, coins = list(a), list(b), list(coins)
    if k < 0:
        raise ValueError("k < 0")
    if len(a) != len(set(a)) or len(b) != len(set(b)):
        raise ValueError("repeated item")
    ranking, team, placed = [], [], set()
    at = {"A": 0, "B": 0}
    lists = {"A": a, "B": b}

    def open_for_pick():
        for name in "AB":
            while at[name] < len(lists[name]) and lists[name][at[name]] in placed:
                at[name] += 1
        return len(ranking) < k and at["A"] < len(a) and at["B"] < len(b)

    used = 0
    while open_for_pick():
        if used >= len(coins):
            raise ValueError("a coin is needed but none is left")
        order = "AB" if coins[used] == 1 else "BA"
        used += 1
        for picker in order:
            if not open_for_pick():
                break
            item = lists[picker][at[picker]]
            placed.add(item)
            ranking.append(item)
            team.append(picker)
    return dict(ranking=ranking, team=team)
