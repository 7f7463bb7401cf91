# style: loop over looks, p-values per experiment
import math

def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    if not (0 < alpha < 1) or sigma <= 0 or batch_n < 1 or len(batch_sums) < 1:
        raise ValueError("arguments")
    K = len(batch_sums[0])
    if len(looks) == 0 or len(set(looks)) != len(looks) or any(k < 1 or k > K for k in looks):
        raise ValueError("looks")
    stopped = 0
    for row in batch_sums:
        row = [float(v) for v in row]
        for k in looks:
            z = sum(row[:k]) / (sigma * math.sqrt(k * batch_n))
            if math.erfc(abs(z) / math.sqrt(2)) <= alpha:
                stopped += 1
                break
    return stopped / len(batch_sums)
