-- LAG over existing rows when a month is missing
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month)) as month),
n as (select month, list(distinct customer_id) as who from m join v on start_date < month + interval 1 month and (end_date is null or end_date > month) group by month),
l as (select month, who, lag(who) over (order by month) as prev from n)
select month, len(prev) as members_prev, len(list_intersect(who, prev)) as retained, len(list_intersect(who, prev)) / len(prev) as retention
from l where prev is not null order by month
