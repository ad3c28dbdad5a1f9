import 'server-only'

const IN_FORCE = `g.revoked_at IS NULL AND coalesce(g.starts_on, me.today) <= me.today AND coalesce(g.ends_on, me.today) >= me.today`
const OF_UNIT = `('PROVINCE_STAFF', 'PROVINCE_LEADER')`

/**
 * SQL of who is asking. `me` is a SELECT over `clock` (the business clock's `now`) of one row or none: `id` of the session
 * or token, `account_id`, `name`, `email`, `must_change_password`, `today`, and whatever else `columns` name. The statement
 * reads the account's roles in force today, delegations to it and what follows from the headships of today; a headship
 * without a known end counts as ended once its year is closed.
 */
export const actorSql = (me: string, columns: string): string => `
WITH clock AS MATERIALIZED (
  SELECT app_now() AS now
), me AS MATERIALIZED (
${me}
), held AS MATERIALIZED (
  SELECT g.role, g.unit_id, g.cluster_year_id, g.created_at,
         NULL::uuid AS from_id, NULL::text AS from_name, NULL::date AS until
    FROM me JOIN role_grants g ON g.account_id = me.account_id
   WHERE ${IN_FORCE}
  UNION ALL
  SELECT g.role, g.unit_id, g.cluster_year_id, g.created_at, f.id, f.name, least(d.ends_on, g.ends_on)
    FROM me JOIN delegations d ON d.to_account_id = me.account_id
    JOIN accounts f ON f.id = d.from_account_id
    JOIN role_grants g ON g.account_id = f.id
   WHERE d.revoked_at IS NULL AND me.today BETWEEN d.starts_on AND d.ends_on AND f.disabled_at IS NULL
     AND g.role IN ('PROVINCE_LEADER', 'CENTRAL_REVIEWER') AND ${IN_FORCE}
), own AS MATERIALIZED (
  SELECT DISTINCT unit_id FROM held WHERE role IN ${OF_UNIT} AND unit_id IS NOT NULL
), headed AS MATERIALIZED (
  SELECT DISTINCT h.cluster_year_id, h.role
    FROM me, own JOIN headships h ON h.unit_id = own.unit_id
    JOIN cluster_years cy ON cy.id = h.cluster_year_id
    JOIN emulation_years y ON y.id = cy.emulation_year_id
   WHERE coalesce(h.starts_on, me.today) <= me.today
     AND CASE WHEN h.ends_on IS NULL THEN y.state <> 'CLOSED' ELSE h.ends_on >= me.today END
)
SELECT ${columns}, json_build_object(
  'accountId', me.account_id,
  'sessionId', me.id,
  'name', me.name,
  'email', me.email,
  'mustChangePassword', me.must_change_password,
  'homeUnit', (
    SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', coalesce(n.name, u.slug), 'kind', coalesce(n.kind, ''))
      FROM (SELECT unit_id FROM held WHERE from_id IS NULL AND role IN ${OF_UNIT} AND unit_id IS NOT NULL
             ORDER BY created_at, unit_id LIMIT 1) home
      JOIN units u ON u.id = home.unit_id
      LEFT JOIN LATERAL (
        SELECT d.name, d.kind FROM unit_designations d
         WHERE d.unit_id = u.id AND coalesce(d.valid_from, me.today) <= me.today
         ORDER BY coalesce(d.valid_to > me.today, true) DESC, d.valid_from DESC NULLS LAST LIMIT 1
      ) n ON true),
  'staffOf', coalesce((SELECT json_agg(DISTINCT unit_id) FROM held WHERE role = 'PROVINCE_STAFF' AND unit_id IS NOT NULL), '[]'),
  'leaderOf', coalesce((SELECT json_agg(DISTINCT unit_id) FROM held WHERE role = 'PROVINCE_LEADER' AND unit_id IS NOT NULL), '[]'),
  'centralStaffOf', coalesce((SELECT json_agg(DISTINCT cluster_year_id) FROM held WHERE role = 'CENTRAL_STAFF' AND cluster_year_id IS NOT NULL), '[]'),
  'reviewerOf', coalesce((SELECT json_agg(DISTINCT cluster_year_id) FROM held WHERE role = 'CENTRAL_REVIEWER' AND cluster_year_id IS NOT NULL), '[]'),
  'headOf', coalesce((SELECT json_agg(cluster_year_id) FROM headed WHERE role = 'HEAD'), '[]'),
  'deputyOf', coalesce((SELECT json_agg(cluster_year_id) FROM headed WHERE role = 'DEPUTY'), '[]'),
  'memberOf', coalesce((SELECT json_agg(DISTINCT m.cluster_year_id) FROM own JOIN cluster_memberships m ON m.unit_id = own.unit_id), '[]'),
  'isOffice', EXISTS (SELECT FROM held WHERE role = 'CENTRAL_OFFICE'),
  'isAdmin', EXISTS (SELECT FROM held WHERE role = 'SYSTEM_ADMIN'),
  'actsFor', coalesce((
    SELECT json_agg(json_build_object('accountId', from_id, 'name', from_name, 'role', role,
                    'scopeId', coalesce(unit_id, cluster_year_id), 'until', to_char(until, 'YYYY-MM-DD')) ORDER BY from_id)
      FROM held WHERE from_id IS NOT NULL AND coalesce(unit_id, cluster_year_id) IS NOT NULL), '[]')
) AS facts
FROM me`
