-- join on MAX(updated_at)
with m as (select email, max(updated_at) as updated_at from customer_records group by email)
select c.record_id, c.email, c.full_name, c.phone, c.city, c.updated_at from customer_records c
where c.email is null or (c.email, c.updated_at) in (select email, updated_at from m where updated_at is not null) order by c.record_id
