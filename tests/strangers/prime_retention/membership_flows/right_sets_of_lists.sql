-- lists and list_filter only; NaN for 0/0 never arises because CASE guards it; month TIMESTAMP
from (
  select month, who,
    coalesce(lag(who) over (order by month), []) as was,
    coalesce(flatten(list(who) over (order by month rows between unbounded preceding and 1 preceding)), []) as ever
  from (
    select c.month, coalesce(list(distinct p.customer_id) filter (where p.customer_id is not null), []) as who
    from (
      select date_trunc('month', lo) + to_months(i::int) as month
      from (select min(start_date) lo from prime_memberships
            where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)) f,
           range(1200) t(i), params
      where date_trunc('month', lo) + to_months(i::int + 1) <= as_of + interval 1 day
    ) c
    left join prime_memberships p
      on p.customer_id is not null and p.start_date < c.month + interval 1 month
      and (p.end_date is null or (p.end_date > c.month and p.end_date > p.start_date))
    group by c.month
  )
)
select month,
  len(who) as members,
  len([x for x in who if not list_contains(ever, x)]) as "new",
  len([x for x in who if list_contains(was, x)]) as retained,
  len([x for x in who if list_contains(ever, x) and not list_contains(was, x)]) as resurrected,
  len([x for x in was if not list_contains(who, x)]) as churned,
  case when len(was) > 0 then len([x for x in was if not list_contains(who, x)])::double / len(was) end as churn_rate
order by month
