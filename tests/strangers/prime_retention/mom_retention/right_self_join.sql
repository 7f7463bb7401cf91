-- the classic: table of (customer, month), joined to itself
with v as (
  select customer_id, start_date, coalesce(end_date, date '2999-01-01') as end_date
  from prime_memberships
  where customer_id is not null and start_date is not null and coalesce(end_date, date '2999-01-01') > start_date
),
cal as (
  select m::date as month
  from (select unnest(generate_series(timestamp '2000-01-01', timestamp '2099-12-01', interval 1 month)) as m)
  where m >= (select date_trunc('month', min(start_date)) from v)
    and last_day(m) <= (select as_of from params)
),
cm as (
  select distinct month, customer_id from cal join v on start_date <= last_day(month) and end_date > month
)
select cal.month, count(b.customer_id) as members_prev, count(n.customer_id) as retained,
       count(n.customer_id) / nullif(count(b.customer_id), 0) as retention
from cal
left join cm b on b.month = cal.month - interval 1 month
left join cm n on n.month = cal.month and n.customer_id = b.customer_id
where cal.month > (select min(month) from cal)
group by cal.month
order by cal.month
