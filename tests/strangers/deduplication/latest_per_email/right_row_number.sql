-- ROW_NUMBER and the NULL branch
with r as (
  select *, row_number() over (partition by email order by updated_at desc nulls last, record_id desc) as rn from customer_records
)
select record_id, email, full_name, phone, city, updated_at from r where email is null or rn = 1 order by record_id
