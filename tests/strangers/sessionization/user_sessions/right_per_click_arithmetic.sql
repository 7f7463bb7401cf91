-- no session table: per click, is it a start, is it the only event, how long since the one before
from (
  from (from clickstream select distinct on (user_id, ts, page_url) * where user_id is not null and ts is not null)
  select user_id, ts,
    coalesce(epoch_us(ts) - lag(epoch_us(ts)) over w, 1e18::bigint) as before,
    coalesce(lead(epoch_us(ts)) over w - epoch_us(ts), 1e18::bigint) as after
  window w as (partition by user_id order by ts, page_url)
)
select
  count(*) filter (before > 1800000000 and after > 1800000000)::double / count(*) filter (before > 1800000000) as bounce_rate,
  (sum(if(before > 1800000000, 0, before)) / 60000000) / count(*) filter (before > 1800000000) as avg_session_minutes,
  coalesce(sum(case when before <= 1800000000 then before end::double / 60000000), 0) as total_minutes,
  count(*)::hugeint as events,
  count(*) filter (before > 1800000000) as sessions,
  user_id
group by user_id
order by sessions desc, user_id
