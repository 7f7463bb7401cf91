-- windows only, QUALIFY picks one row per session
with f as (
  select *, (count(*) over (partition by user_id order by ts range between interval 30 minute preceding and interval 1 microsecond preceding) = 0)
            and row_number() over (partition by user_id, ts order by page_url) = 1 as opens
  from (select user_id, ts, page_url from clickstream where not (user_id is null or ts is null) group by all)
),
s as (select *, sum(opens::int) over (partition by user_id order by ts range unbounded preceding) as session_number from f)
select user_id, session_number::int as session_number,
  min(ts) over w as session_start, max(ts) over w as session_end,
  (epoch(max(ts) over w) - epoch(min(ts) over w)) / 60 as minutes,
  count(*) over w as events, count(distinct page_url) over w as pages,
  first_value(page_url) over (partition by user_id, session_number order by ts, page_url) as entry_page,
  first_value(page_url) over (partition by user_id, session_number order by ts desc, page_url desc) as exit_page
from s window w as (partition by user_id, session_number)
qualify row_number() over (partition by user_id, session_number order by ts) = 1
order by user_id, session_number
