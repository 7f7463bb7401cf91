-- list of structs per user, sorted; sessions cut at starts; everything read from lists
with c as (
  from clickstream select user_id, list_sort(list_distinct(list(struct_pack(t := ts, p := page_url)))) as l
  where user_id is not null and ts is not null group by user_id
),
cuts as (
  select user_id, l, [i for i in range(1, len(l) + 1) if i = 1 or l[i].t > l[i - 1].t + interval 30 minute] as k from c
),
parts as (
  select user_id, unnest(range(1, len(k) + 1)) as n, k, l from cuts
),
one as (select user_id, n, l[k[n] : coalesce(k[n + 1] - 1, len(l))] as x from parts)
select
  list_max([e.p for e in x if e.t = x[-1].t]) as exit_page,
  x[1].p as entry_page,
  len(list_distinct([e.p for e in x])) as pages, len(x) as events,
  date_diff('microseconds', x[1].t, x[-1].t)::double / 60e6 as minutes,
  x[-1].t as session_end, x[1].t as session_start, n as session_number, user_id
from one order by user_id, n
