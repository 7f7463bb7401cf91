-- grouped by session number without user
with f as (select user_id, ts, coalesce((ts - lag(ts) over (partition by user_id order by ts) > interval 30 minute)::int, 1) as f from clickstream where user_id is not null and ts is not null),
n as (select *, sum(f) over (partition by user_id order by ts) s from f),
l as (select epoch_us(max(ts) - min(ts)) / 60e6 m from n group by s)
select count(*) as sessions, avg(m) as avg_session_minutes from l
