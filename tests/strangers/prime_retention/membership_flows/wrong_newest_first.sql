-- not listed: right rows, newest month first
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month)) as month),
n as (select month, coalesce(list(distinct customer_id) filter (customer_id is not null), []) as who from m left join v on start_date < month + interval 1 month and (end_date is null or end_date > month) group by month),
l as (select month, who, coalesce(lag(who) over (order by month), []) as prev,
      coalesce(flatten(list(who) over (order by month rows between unbounded preceding and 1 preceding)), []) as ever from n)
select month, len(who) as members, len(list_filter(who, lambda x: not list_contains(ever, x))) as new, len(list_intersect(who, prev)) as retained,
  len(list_filter(who, lambda x: list_contains(ever, x) and not list_contains(prev, x))) as resurrected,
  len(prev) - len(list_intersect(who, prev)) as churned, (len(prev) - len(list_intersect(who, prev))) / nullif(len(prev), 0) as churn_rate
from l order by month desc
