# DuckDB does it all: sha256, a window for the edges, a left join on the range of buckets.
import duckdb
import pyarrow as pa


def assign_variants(user_ids, experiment, weights):
    total = sum(points for _, points in weights)
    if len(weights) == 0 or total > 10000 or min(points for _, points in weights) < 0:
        raise ValueError("weights")
    if len({name for name, _ in weights}) < len(weights):
        raise ValueError("names")
    users = pa.table({"place": range(len(user_ids)), "id": pa.array(user_ids, pa.string())})
    variants = pa.table({"name": [n for n, _ in weights], "points": [p for _, p in weights]})
    query = """
        WITH edges AS (
            SELECT name, points, sum(points) OVER (ROWS UNBOUNDED PRECEDING) AS edge FROM variants
        ), hashed AS (
            SELECT place, ('0x' || left(sha256(concat(?, ':', id)), 8))::UBIGINT % 10000 AS bucket
            FROM users
        )
        SELECT coalesce(name, 'not_in_experiment')
        FROM hashed LEFT JOIN edges ON bucket >= edge - points AND bucket < edge
        ORDER BY place
    """
    with duckdb.connect() as connection:
        connection.register("users", users)
        connection.register("variants", variants)
        return [name for (name,) in connection.execute(query, [experiment]).fetchall()]
