-- not listed: the gap in whole milliseconds, so 30:00.000001 continues
with m as (select *, coalesce((epoch_ms(ts) - epoch_ms(lag(ts) over (partition by user_id order by ts)) > 1800000)::int, 1) f from clickstream where user_id is not null and ts is not null)
select user_id, sum(f) over (partition by user_id order by ts) as session_number, ts, page_url from m order by user_id, ts, page_url
