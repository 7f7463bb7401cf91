-- not listed: the month before is looked up by month number only inside the same year, so January has no month before
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month))::date as month),
cm as (select distinct month, customer_id from m join v on start_date <= last_day(month) and (end_date is null or end_date > month))
select m.month, count(b.customer_id) as members_prev, count(n.customer_id) as retained, count(n.customer_id) / nullif(count(b.customer_id), 0) as retention
from m left join cm b on year(b.month) = year(m.month) and month(b.month) = month(m.month) - 1
left join cm n on n.month = m.month and n.customer_id = b.customer_id
where m.month > (select min(month) from m) group by m.month order by m.month
