# style: one pass with four counters
def error_rates(p_values, is_null, alpha):
    if alpha <= 0 or alpha >= 1:
        raise ValueError("alpha")
    if len(p_values) != len(is_null):
        raise ValueError("lengths")
    fp = tn = tp = fn = 0
    for p, null in zip(p_values, is_null):
        if p != p:
            continue
        if p < 0 or p > 1:
            raise ValueError("p")
        if p <= alpha:
            fp, tp = (fp + 1, tp) if null else (fp, tp + 1)
        else:
            tn, fn = (tn + 1, fn) if null else (tn, fn + 1)
    nulls, real = fp + tn, tp + fn
    return dict(type_i_rate=fp / nulls if nulls else None,
                type_ii_rate=fn / real if real else None,
                power=tp / real if real else None,
                false_discovery_rate=fp / max(fp + tp, 1))
