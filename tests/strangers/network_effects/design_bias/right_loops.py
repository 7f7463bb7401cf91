# style: plain Python loops over neighbour lists
def design_bias(adjacency, base, tau, gamma, assignments):
    adjacency = [list(row) for row in adjacency]
    base = [float(v) for v in base]
    assignments = [list(row) for row in assignments]
    n = len(adjacency)
    if any(len(row) != n for row in adjacency):
        raise ValueError("adjacency is not square")
    for i in range(n):
        if adjacency[i][i] != 0:
            raise ValueError("adjacency has a non-zero diagonal")
        for j in range(i):
            if adjacency[i][j] != adjacency[j][i]:
                raise ValueError("adjacency is not symmetric")
    if len(base) != n or any(len(row) != n for row in assignments):
        raise ValueError("widths do not match")
    if not assignments:
        raise ValueError("no assignment")
    friends = [[j for j in range(n) if adjacency[i][j]] for i in range(n)]

    def outcome(i, z):
        share = sum(z[j] for j in friends[i]) / len(friends[i]) if friends[i] else 0.0
        return base[i] + tau * z[i] + gamma * share

    estimates = []
    for row in assignments:
        z = [int(v) for v in row]
        on = [outcome(i, z) for i in range(n) if z[i] == 1]
        off = [outcome(i, z) for i in range(n) if z[i] == 0]
        if not on or not off:
            raise ValueError("an arm is empty")
        estimates.append(sum(on) / len(on) - sum(off) / len(off))
    ones, zeros = [1] * n, [0] * n
    total = sum(outcome(i, ones) - outcome(i, zeros) for i in range(n)) / n
    mean = sum(estimates) / len(estimates)
    return {"total_effect": total, "mean_estimate": mean, "bias": mean - total}
