-- lag, sum, min/max, avg
with f as (
  select user_id, ts, (ts - lag(ts) over w <= interval 30 minute) is not true as new
  from clickstream where user_id is not null and ts is not null window w as (partition by user_id order by ts)
), n as (select *, count(*) filter (where new) over (partition by user_id order by ts) as s from f),
l as (select epoch_us(max(ts) - min(ts)) / 60e6 as minutes from n group by user_id, s)
select count(*) as sessions, avg(minutes) as avg_session_minutes from l
