-- self-join with IS NOT DISTINCT FROM, correlated count
select a.record_id as first_record_id, 1 + count(b.record_id) as copies, a.updated_at, a.city, a.phone, a.full_name, a.email
from customer_records a
join customer_records b
  on a.record_id < b.record_id
 and a.email is not distinct from b.email and a.full_name is not distinct from b.full_name
 and a.phone is not distinct from b.phone and a.city is not distinct from b.city
 and a.updated_at is not distinct from b.updated_at
where not exists (
  from customer_records c where c.record_id < a.record_id
  and (c.email, c.full_name, c.phone, c.city, c.updated_at) is not distinct from (a.email, a.full_name, a.phone, a.city, a.updated_at)
)
group by all
order by 1
