# slip: repeated items are looked for only among the first k of each list (a [x, y, y], b [z, w], coins [1], k 2)
def team_draft(a, b, coins, k):
    if k < 0:
        raise ValueError("k must be >= 0")
    for items in (a, b):
        top = list(items)[:k]
        if len(set(top)) != len(top):
            raise ValueError("repeated item")
    coins = list(coins)
    ranking, team, seen = [], [], set()
    while len(ranking) < k:
        next_a = next((x for x in a if x not in seen), None)
        next_b = next((x for x in b if x not in seen), None)
        if next_a is None or next_b is None:
            break
        balance = team.count("A") - team.count("B")
        if balance == 0:
            if not coins:
                raise ValueError("out of coins")
            who = "A" if coins.pop(0) == 1 else "B"
        else:
            who = "B" if balance > 0 else "A"
        pick = next_a if who == "A" else next_b
        seen.add(pick)
        ranking.append(pick)
        team.append(who)
    return {"ranking": ranking, "team": team}
