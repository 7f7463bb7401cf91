-- macro-free split: list of local part and domain; anti-join and correlated count
with k as (
  select record_id, email, updated_at,
    nullif(case when contains(e, '@') then split_part(split_part(e, '@', 1), '+', 1) || '@' || split_part(e, '@', 2) else e end, '') as email_key
  from (select record_id, email, updated_at, lower(ltrim(rtrim(email))) as e from customer_records)
)
select copies, email_key, record_id, email from (
  select k.*, greatest(1, (select sum(1) from k o where o.email_key = k.email_key)) as copies from k
  where not exists (select 1 from k b where b.email_key = k.email_key and b.record_id <> k.record_id
    and (b.updated_at > k.updated_at or (b.updated_at is not null and k.updated_at is null)
         or (b.updated_at is not distinct from k.updated_at and b.record_id > k.record_id)))
) order by record_id
