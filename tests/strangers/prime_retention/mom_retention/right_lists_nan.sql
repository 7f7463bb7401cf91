-- a list of members per month, list_intersect with the month before; 0/0 left as NaN, month a TIMESTAMP
from (
  from (
    from (
      select unnest(generate_series(date_trunc('month', min(start_date)),
                    date_trunc('month', any_value(as_of) + interval 1 day) - interval 1 month, interval '1 month')) as month
      from prime_memberships, params
      where customer_id is not null and start_date is not null and (end_date is null or end_date > start_date)
    ) c
    select month,
      coalesce((select list(distinct customer_id) from prime_memberships p
        where customer_id is not null and p.start_date < c.month + interval 1 month
          and (p.end_date is null or (p.end_date > c.month and p.end_date > p.start_date))), []) as who
  )
  select month, who, lag(who) over (order by month) as before
)
select month,
       len(before)::hugeint as members_prev,
       len(list_intersect(who, before)) as retained,
       len(list_intersect(who, before))::double / len(before)::double as retention
where before is not null
order by month
