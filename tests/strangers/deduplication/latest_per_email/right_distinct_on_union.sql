-- DISTINCT ON plus UNION ALL
(
  (select distinct on (email) record_id, email, full_name, phone, city, updated_at from customer_records
   where email is not null order by email, updated_at desc nulls last, record_id desc)
  union all
  (select record_id, email, full_name, phone, city, updated_at from customer_records where email is null)
) order by record_id
