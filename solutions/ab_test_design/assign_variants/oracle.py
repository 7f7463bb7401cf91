import duckdb

BUCKET = "SELECT ('0x' || sha256(? || ':' || ?)[:8])::UBIGINT % 10000"


def assign_variants(user_ids, experiment, weights):
    """DuckDB hashes; a table of all 10,000 buckets says who gets what."""
    names = [name for name, _ in weights]
    if not names or any(points < 0 for _, points in weights) or len(set(names)) != len(names):
        raise ValueError("weights")
    owners = [name for name, points in weights for _ in range(points)]
    if len(owners) > 10_000:
        raise ValueError("more than everybody")
    owners += ["not_in_experiment"] * (10_000 - len(owners))
    with duckdb.connect() as connection:
        buckets = [connection.execute(BUCKET, [experiment, u]).fetchone()[0] for u in user_ids]
    return [owners[bucket] for bucket in buckets]
