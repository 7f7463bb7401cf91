-- anti-join: nobody newer with the same email
from customer_records a
select a.CITY, a.phone, a.full_name, a.email, a.updated_at, a.record_id
where not exists (
  from customer_records b
  where a.email = b.email
    and (coalesce(b.updated_at, '-infinity'::timestamp), b.record_id) > (coalesce(a.updated_at, '-infinity'::timestamp), a.record_id)
)
order by a.record_id
