-- not listed: a calendar of at most twelve months
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month)) as month)
select month, count(distinct customer_id) as members
from m left join v on start_date < month + interval 1 month and (end_date is null or end_date > month)
group by month order by month limit 12