-- Style: microseconds as integers, a named window, a GROUPS frame (identical rows stay together), a cast of the flag.
SELECT user_id, 1 + sum(after_silence::INT) OVER so_far AS session_number, ts, page_url
FROM (
    SELECT
        *,
        lag(epoch_us(ts)) OVER (PARTITION BY user_id ORDER BY ts, page_url) AS previous_us,
        coalesce(epoch_us(ts) - previous_us > 1_800_000_000, false) AS after_silence
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
WINDOW so_far AS (PARTITION BY user_id ORDER BY ts, page_url GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
ORDER BY 1, 3, 4
