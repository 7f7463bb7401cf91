-- last minus first per user, inactivity included
with f as (select user_id, ts, coalesce((ts - lag(ts) over (partition by user_id order by ts) > interval 30 minute)::int, 1) as f from clickstream where user_id is not null and ts is not null),
u as (select user_id, sum(f) s, epoch_us(max(ts) - min(ts)) / 60e6 m from f group by user_id)
select coalesce(sum(s), 0) as sessions, sum(m) / sum(s) as avg_session_minutes from u
