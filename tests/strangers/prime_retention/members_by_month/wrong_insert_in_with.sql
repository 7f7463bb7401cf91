-- not listed: writes into the table inside a WITH
WITH more AS (INSERT INTO prime_memberships VALUES (999, 999, 'x', DATE '2025-01-01', NULL) RETURNING *)
SELECT start_date AS month, 1 AS members FROM more
