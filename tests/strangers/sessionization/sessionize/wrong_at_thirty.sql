-- `>=` 30 minutes
with m as (select *, coalesce((ts - lag(ts) over (partition by user_id order by ts) >= interval 30 minute)::int, 1) f from clickstream where user_id is not null and ts is not null)
select user_id, sum(f) over (partition by user_id order by ts) as session_number, ts, page_url from m order by user_id, ts, page_url
