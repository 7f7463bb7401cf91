# style: an ordered dict from item to team is the page; the position's parity says whether a coin is due
def team_draft(a, b, coins, k):
    if k < 0 or len(a) != len(frozenset(a)) or len(b) != len(frozenset(b)):
        raise ValueError("invalid page length or ranking")
    page = {}
    first = "A"
    while len(page) < k and not (page.keys() >= set(a) or page.keys() >= set(b)):
        if len(page) % 2 == 0:
            if len(page) // 2 >= len(coins):
                raise ValueError("coins have run out")
            first = "A" if coins[len(page) // 2] == 1 else "B"
            turn = first
        else:
            turn = {"A": "B", "B": "A"}[first]
        source = a if turn == "A" else b
        page[min(set(source) - page.keys(), key=source.index)] = turn
    return {"ranking": list(page), "team": list(page.values())}
