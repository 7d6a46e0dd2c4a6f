import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Who may be kept in a pool, and who is in one: for searches and screens. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
-- Whoever took back every consent to be kept in the talent pool is in none; whoever was never asked
-- is kept in mind on the ground of a legitimate interest.
create function pool_allows(candidate uuid) returns boolean language sql stable parallel safe as $$
  select not coalesce((select bool_and(c.withdrawn_at is not null) from consents c
    where c.candidate_id = candidate and c.purpose::text = 'talent-pool'), false)
$$;

create view pool_members as
  select m.pool_id, m.candidate_id from pool_memberships m
    join searchable_candidates s on s.id = m.candidate_id
  where m.removed_at is null and pool_allows(m.candidate_id);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop view pool_members;
drop function pool_allows;
`),
  )
}
