def design_bias(adjacency, base, tau, gamma, assignments):
    """Neighbour loops, user by user."""
    n, graph, base = len(base), adjacency.tolist(), base.tolist()
    if len(graph) != n or any(len(row) != n for row in graph) or assignments.shape[1] != n:
        raise ValueError("widths")
    if any(graph[i][j] != graph[j][i] or graph[i][i] for i in range(n) for j in range(n)):
        raise ValueError("not a graph of friendships")
    rows = assignments.tolist()
    if not rows or any(sum(row) in (0, n) for row in rows):
        raise ValueError("arms")

    def outcomes(z):
        values = []
        for i in range(n):
            friends = [j for j in range(n) if graph[i][j]]
            share = sum(z[j] for j in friends) / len(friends) if friends else 0
            values.append(base[i] + tau * z[i] + gamma * share)
        return values

    def mean(values):
        return sum(values) / len(values)

    estimates = []
    for z in rows:
        y = outcomes(z)
        estimates.append(
            mean([v for v, on in zip(y, z) if on]) - mean([v for v, on in zip(y, z) if not on])
        )
    total = mean(outcomes([1] * n)) - mean(outcomes([0] * n))
    return {
        "total_effect": total,
        "mean_estimate": mean(estimates),
        "bias": mean(estimates) - total,
    }
