"""The synthetic store "Larkspur": tables made from a seed, at any scale.

How it is used::

    from grader import store
    orders = store.frame("orders")                      # a DataFrame
    path = store.parquet("orders", scale=10)            # a file, made on first use
    store.write(["orders"], "out", scale=1000)          # streamed, in bounded memory
"""

from grader.store.cache import digest, frame, parquet
from grader.store.generators import columns, tables
from grader.store.universe import AS_OF, SEED, Universe
from grader.store.writing import write

__all__ = [
    "AS_OF",
    "SEED",
    "Universe",
    "columns",
    "digest",
    "frame",
    "parquet",
    "tables",
    "write",
]
