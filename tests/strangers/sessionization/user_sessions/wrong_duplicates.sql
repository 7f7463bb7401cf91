-- duplicates counted
with f as (select user_id u, ts, case when ts - lag(ts) over (partition by user_id order by ts) <= interval 30 minute then 0 else 1 end as fl from clickstream where user_id is not null and ts is not null),
n as (select u, ts, sum(fl) over (partition by u order by ts) as s from f),
t as (select u, s, epoch_us(max(ts) - min(ts)) / 60e6 as m, count(*) as e from n group by u, s)
select u as user_id, count(*) as sessions, sum(e) as events, sum(m) as total_minutes, avg(m) as avg_session_minutes, avg((e = 1)::int) as bounce_rate
from t group by u order by sessions desc, user_id
