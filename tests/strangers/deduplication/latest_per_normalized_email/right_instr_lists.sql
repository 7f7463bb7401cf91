-- positions instead of patterns; FROM-first; arg_max
from (
  from (from customer_records select *, lower(trim(email, ' ')) as e)
  select *, case when instr(e, '+') > 0 and instr(e, '+') < instr(e, '@') then left(e, instr(e, '+') - 1) || substr(e, instr(e, '@')) else e end as x
)
select
  any_value(case when x <> '' then x end) as EMAIL_KEY,
  (list(record_id order by updated_at desc nulls last, record_id desc))[1] as record_id,
  (list(email order by updated_at desc nulls last, record_id desc))[1] as email,
  count(*)::tinyint as copies
group by case when x = '' then null else x end, case when coalesce(x, '') = '' then record_id end
order by record_id
