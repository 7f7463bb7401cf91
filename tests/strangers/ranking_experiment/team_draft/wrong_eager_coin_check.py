# slip: demands ceil(k/2) coins up front, needed or not (a [x], b [y], coins [1], k 4)
def team_draft(a, b, coins, k):
    if k < 0:
        raise ValueError("k must be >= 0")
    if len(set(a)) != len(a) or len(set(b)) != len(b):
        raise ValueError("repeated item")
    if len(coins) < (k + 1) // 2:
        raise ValueError("not enough coins")
    ranking, team = [], []
    coin_index = 0
    while len(ranking) < k:
        left_a = [x for x in a if x not in ranking]
        left_b = [x for x in b if x not in ranking]
        if not left_a or not left_b:
            break
        n_a, n_b = team.count("A"), team.count("B")
        if n_a == n_b:
            a_picks = coins[coin_index] == 1
            coin_index += 1
        else:
            a_picks = n_a < n_b
        ranking.append(left_a[0] if a_picks else left_b[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
