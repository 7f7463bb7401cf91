-- last complete month lost when as_of is its last day
with v as (select * from prime_memberships where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)),
m as (select month from (select unnest(generate_series(date_trunc('month', (select min(start_date) from v)), date '2099-12-01', interval 1 month)) as month), params
      where month < date_trunc('month', as_of))
select month, count(distinct customer_id) as members
from m left join v on start_date < month + interval 1 month and (end_date is null or end_date > month)
group by month order by month
