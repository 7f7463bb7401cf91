-- not listed: pages that differ only in letter case are taken for one
with c as (select distinct user_id, ts, page_url from clickstream where user_id is not null and ts is not null),
f as (select *, case when ts - lag(ts) over w <= interval 30 minute then 0 else 1 end as fl from c window w as (partition by user_id order by ts)),
s as (select *, sum(fl) over (partition by user_id order by ts) as session_number from f)
select user_id, session_number, min(ts) as session_start, max(ts) as session_end, epoch_us(max(ts) - min(ts)) / 60000000 as minutes,
  count(*) as events, count(distinct lower(page_url)) as pages, first(page_url order by ts, page_url) as entry_page, last(page_url order by ts, page_url) as exit_page
from s group by all order by user_id, session_number
