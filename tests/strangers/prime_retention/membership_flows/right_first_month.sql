-- first month per customer decides who is new; conditional counts over a full outer join of now and before
with v as (
  select customer_id c, start_date s, end_date e from prime_memberships
  where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)
),
cal as (
  select unnest(generate_series(date_trunc('month', min(s)),
         date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month))::date as month
  from v
),
cm as (select distinct month, c from cal join v on s < month + interval 1 month and (e is null or e > month)),
firsts as (select c, min(month) f from cm group by c),
pairs as (
  select coalesce(n.month, (b.month + interval 1 month)::date) as month, n.c as now_c, b.c as was_c, firsts.f
  from cm n full join cm b on n.c = b.c and n.month = b.month + interval 1 month
  left join firsts on firsts.c = n.c
)
select cal.month,
  count(now_c) as members,
  count(*) filter (where now_c is not null and f = cal.month) as "new",
  count(*) filter (where now_c is not null and was_c is not null) as retained,
  count(*) filter (where now_c is not null and was_c is null and f < cal.month) as resurrected,
  count(*) filter (where now_c is null and was_c is not null) as churned,
  count(*) filter (where now_c is null and was_c is not null) / nullif(count(was_c), 0) as churn_rate
from cal left join pairs using (month)
group by cal.month
order by cal.month
