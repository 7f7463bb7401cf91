-- per customer: LAG says how long ago the last member month was, LEAD when the next one is; UNION ALL of flow events, SUM -> HUGEINT
with v as (
  select customer_id, datediff('month', date '2000-01-01', start_date) as a,
         coalesce(datediff('month', date '2000-01-01', end_date - 1), 1e6::bigint) as b
  from prime_memberships
  where customer_id is not null and start_date is not null and coalesce(end_date > start_date, true)
),
bound as (select min(a) as lo, (select datediff('month', date '2000-01-01', as_of + 1) - 1 from params) as hi from v),
cal as (select unnest(range(lo, hi + 1)) as m from bound),
cm as (select distinct m, customer_id from cal join v on m between a and b),
gaps as (
  select m, lag(m) over w as p, lead(m) over w as n from cm window w as (partition by customer_id order by m)
),
ev as (
  select m, 1 as members, (p is null)::int as new, coalesce(p = m - 1, false)::int as retained,
         coalesce(p < m - 1, false)::int as resurrected, 0 as churned, 0 as before from gaps
  union all
  select m + 1, 0, 0, 0, 0, coalesce(n <> m + 1, true)::int, 1 from gaps
  union all
  select m, 0, 0, 0, 0, 0, 0 from cal
)
select sum(churned)::double / nullif(sum(before), 0) as churn_rate,
       (date '2000-01-01' + to_months(m::int))::date as month,
       sum(members) as members, sum(new) as new, sum(retained) as retained,
       sum(resurrected) as resurrected, sum(churned) as churned
from ev
where m in (select m from cal)
group by m
order by m
