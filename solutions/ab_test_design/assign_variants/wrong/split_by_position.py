# You give out the variants by the place in the list. Assignment must be a function of the user, not
# of today's list: a customer who comes twice, or stands elsewhere tomorrow, would change sides.
# Hash each id by itself.
# rule: bucket
def assign_variants(user_ids, experiment, weights):
    if not weights or any(points < 0 for _, points in weights):
        raise ValueError("weights must be there, and 0 or more")
    if sum(points for _, points in weights) > 10_000 or len(dict(weights)) < len(weights):
        raise ValueError("weights must sum to 10,000 at most, under different names")
    result = []
    for place in range(len(user_ids)):
        bucket = 10_000 * place // len(user_ids)
        edge, chosen = 0, "not_in_experiment"
        for name, points in weights:
            edge += points
            if bucket < edge:
                chosen = name
                break
        result.append(chosen)
    return result
