-- RANGE frame: a click with nothing of its user in the 30 minutes before opens a session; correlated count of openings
with c as (select * from clickstream where user_id + epoch_us(ts) is not null),
o as (
  select distinct user_id, ts from (
    select user_id, ts,
      count(*) over (partition by user_id order by ts range between interval 1800 second preceding and interval 1 microsecond preceding) as near
    from c) where near = 0
)
select user_id, (select count(*) from o where o.user_id = c.user_id and o.ts <= c.ts) as session_number, ts, page_url
from c order by all
