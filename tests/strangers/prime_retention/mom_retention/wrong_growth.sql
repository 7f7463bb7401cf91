-- members now / members before
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date_trunc('month', (select as_of from params) + interval 1 day) - interval 1 month, interval 1 month)) as month),
n as (select month, count(distinct customer_id) as c from m left join v on start_date < month + interval 1 month and (end_date is null or end_date > month) group by month)
select month, lag(c) over w as members_prev, c as retained, c / nullif(lag(c) over w, 0) as retention
from n window w as (order by month) qualify lag(c) over w is not null order by month
