-- customers x months grid with a boolean, lag per customer, QUALIFY drops the first month, SUM(BIGINT) gives HUGEINT
with v as (
  select distinct customer_id, start_date, end_date from prime_memberships
  where customer_id is not null and (end_date > start_date or (end_date is null and start_date is not null))
),
cal as (
  select unnest(generate_series(
     (select min(start_date) - (day(min(start_date)) - 1)::int from v),
     (select as_of from params), interval 1 month)) as month
),
grid as (
  select cal.month, p.customer_id,
         exists (select 1 from v where v.customer_id = p.customer_id
                 and v.start_date < cal.month + interval 1 month
                 and (v.end_date > cal.month) is not false)::bigint as here
  from cal, (select distinct customer_id from v) p
  where cal.month + interval 1 month <= (select as_of from params) + 1
),
lagged as (
  select *, lag(here) over (partition by customer_id order by month) as was from grid
)
select month, sum(was) as members_prev, sum(was * here) as retained,
       case when sum(was) > 0 then sum(was * here)::double / sum(was) end as retention
from lagged
group by month
qualify row_number() over (order by month) > 1
order by month
