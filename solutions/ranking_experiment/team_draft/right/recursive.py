# style: recursion over the rest of the lists; a round knows only the debt, who owes an answer
def team_draft(a, b, coins, k):
    if k < 0 or len(dict.fromkeys(a)) != len(a) or len(dict.fromkeys(b)) != len(b):
        raise ValueError("k is negative, or an item is repeated")

    def draft(a, b, coins, room, owed):
        if room == 0 or not a or not b:
            return []
        if owed is None:
            if not coins:
                raise ValueError("another coin is needed")
            name, coins, owes = ("BA"[coins[0]], coins[1:], "AB"[coins[0]])
        else:
            name, owes = owed, None
        item = a[0] if name == "A" else b[0]
        rest_a, rest_b = [x for x in a if x != item], [x for x in b if x != item]
        return [(item, name), *draft(rest_a, rest_b, coins, room - 1, owes)]

    page = draft(a, b, coins, k, None)
    return {"ranking": [item for item, _ in page], "team": [name for _, name in page]}
