# You shuffle the list and cut it by the weights. Assignment must be a function of the user, not of
# today's list: tomorrow the same customer would see the other variant, and a second server could
# not agree with the first. Hash each id by itself.
# rule: bucket
import random


def assign_variants(user_ids, experiment, weights):
    if not weights or any(points < 0 for _, points in weights):
        raise ValueError("weights must be there, and 0 or more")
    if sum(points for _, points in weights) > 10_000 or len(dict(weights)) < len(weights):
        raise ValueError("weights must sum to 10,000 at most, under different names")
    shuffled = sorted(set(user_ids))
    random.Random(experiment).shuffle(shuffled)
    variants, edge, start = {}, 0, 0
    for name, points in weights:
        edge += points
        end = round(len(shuffled) * edge / 10_000)
        variants.update(dict.fromkeys(shuffled[start:end], name))
        start = end
    return [variants.get(user_id, "not_in_experiment") for user_id in user_ids]
