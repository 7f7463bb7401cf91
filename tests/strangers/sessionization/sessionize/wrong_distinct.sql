-- duplicates removed where they should stay
with m as (select distinct *, from clickstream where user_id is not null and ts is not null),
n as (select *, coalesce((ts - lag(ts) over (partition by user_id order by ts) > interval 30 minute)::int, 1) f from m)
select user_id, sum(f) over (partition by user_id order by ts) as session_number, ts, page_url from n order by user_id, ts, page_url
