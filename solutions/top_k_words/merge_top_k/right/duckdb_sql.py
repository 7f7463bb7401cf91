# DuckDB: GROUP BY, HAVING and LIMIT over an Arrow table of all counts.
import duckdb
import pyarrow as pa


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k is negative")
    counts = pa.table(
        {
            "word": pa.array([w for s in shards for w in s], pa.string()),
            "n": pa.array([n for s in shards for n in s.values()], pa.int64()),
        }
    )
    query = """
        SELECT word, sum(n)::BIGINT AS total
        FROM counts
        GROUP BY word
        HAVING sum(n) > 0
        ORDER BY total DESC, word
        LIMIT ?
    """
    with duckdb.connect() as connection:
        connection.register("counts", counts)
        return connection.execute(query, [k]).fetchall()
