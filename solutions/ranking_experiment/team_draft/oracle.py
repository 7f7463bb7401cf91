from collections import Counter


def team_draft(a, b, coins, k):
    """Two pointers, and rounds of two picks: the coin's team first, then the other one."""
    if k <= -1 or any(n > 1 for items in (a, b) for n in Counter(items).values()):
        raise ValueError("k or a list")
    lists, at, placed, page, tossed = {"A": a, "B": b}, {"A": 0, "B": 0}, set(), [], 0

    def forward():
        for name, items in lists.items():
            while at[name] < len(items) and items[at[name]] in placed:
                at[name] += 1
        return all(at[name] < len(items) for name, items in lists.items())

    while len(page) < k and forward():
        if tossed == len(coins):
            raise ValueError("no coin")
        order = "AB" if coins[tossed] else "BA"
        tossed += 1
        for name in order:
            if len(page) < k and forward():
                page.append((lists[name][at[name]], name))
                placed.add(page[-1][0])
    return {"ranking": [item for item, _ in page], "team": [name for _, name in page]}
