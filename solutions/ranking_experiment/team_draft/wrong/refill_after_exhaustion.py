# You fill the page up from the list that is left. When one list is empty the comparison is over: what
# comes after it can only win clicks for one team.
# rule: end
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    flips = iter(coins)
    ranking, team = [], []
    while len(ranking) < k:
        left_a = [item for item in a if item not in ranking]
        left_b = [item for item in b if item not in ranking]
        if not left_a or not left_b:
            rest, name = (left_a, "A") if left_a else (left_b, "B")
            rest = rest[: k - len(ranking)]
            return {"ranking": ranking + rest, "team": team + [name] * len(rest)}
        lead = team.count("A") - team.count("B")
        if lead == 0:
            coin = next(flips, None)
            if coin is None:
                raise ValueError("a coin is missing")
            a_picks = coin == 1
        else:
            a_picks = lead < 0
        ranking.append(left_a[0] if a_picks else left_b[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
