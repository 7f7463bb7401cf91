# You flip one coin for the whole page and then take turns. Each time the teams are even again, the next
# coin decides: otherwise one team holds all the odd positions.
# rule: turn
def team_draft(a, b, coins, k):
    if k < 0 or len(set(a)) < len(a) or len(set(b)) < len(b):
        raise ValueError("k is negative or an item stands twice in a list")
    ranking, team = [], []
    while len(ranking) < k:
        left_a = [item for item in a if item not in ranking]
        left_b = [item for item in b if item not in ranking]
        if not left_a or not left_b:
            break
        if not team and not coins:
            raise ValueError("a coin is missing")
        a_picks = (len(ranking) % 2 == 0) == (coins[0] == 1)
        ranking.append(left_a[0] if a_picks else left_b[0])
        team.append("A" if a_picks else "B")
    return {"ranking": ranking, "team": team}
