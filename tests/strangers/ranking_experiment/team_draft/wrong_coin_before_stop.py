# slip: takes the coin before testing whether a list is exhausted (a [x, y], b [x, y], coins [1], k 4)
def team_draft(a, b, coins, k):
    if k < 0:
        raise ValueError("k must be >= 0")
    if len(set(a)) != len(a) or len(set(b)) != len(b):
        raise ValueError("repeated item")
    coins = list(coins)
    ranking, team = [], []
    n_a = n_b = 0
    while len(ranking) < k:
        if n_a == n_b:
            if not coins:
                raise ValueError("a coin is needed but none is left")
            a_picks = coins.pop(0) == 1
        else:
            a_picks = n_a < n_b
        left_a = [x for x in a if x not in ranking]
        left_b = [x for x in b if x not in ranking]
        if not left_a or not left_b:
            break
        if a_picks:
            ranking.append(left_a[0])
            team.append("A")
            n_a += 1
        else:
            ranking.append(left_b[0])
            team.append("B")
            n_b += 1
    return {"ranking": ranking, "team": team}
