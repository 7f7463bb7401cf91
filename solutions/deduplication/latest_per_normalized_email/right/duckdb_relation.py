# Style: a DuckDB query over the DataFrame inside Python, returned as a relation.
import duckdb


def latest_per_normalized_email(customer_records):
    return duckdb.sql(r"""
        WITH keyed AS (
            SELECT *, regexp_extract(lower(trim(email)), '^([^@+]*)(\+[^@]*)?(@.*)$', ['local', 'tag', 'domain']) AS parts
            FROM customer_records
        ), named AS (
            SELECT *,
                nullif(if(parts.domain = '', lower(trim(email)), parts.local || parts.domain), '') AS email_key,
                row_number() OVER (
                    PARTITION BY email_key ORDER BY updated_at DESC NULLS LAST, record_id DESC
                ) AS place,
                count(email_key) OVER (PARTITION BY email_key) AS known
            FROM keyed
        )
        SELECT email_key, record_id, email, greatest(known, 1) AS copies
        FROM named
        WHERE place = 1 OR email_key IS NULL
        ORDER BY record_id
    """)
