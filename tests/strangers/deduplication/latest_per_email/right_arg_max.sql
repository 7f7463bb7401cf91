-- arg_max over a struct, keys that make NULL emails unique
from (
  select unnest(arg_max(c, struct_pack(a := updated_at is not null, b := coalesce(updated_at, timestamp '2000-01-01'), z := record_id)))
  from customer_records c
  group by email, case when email is null then record_id end
)
order by record_id
