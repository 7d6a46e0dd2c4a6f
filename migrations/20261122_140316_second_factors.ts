import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The second factors of colleagues: secrets encrypted, recovery codes as hashes, wrong tries counted. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table staff_second_factors (
  user_id uuid primary key references users (id) on delete cascade,
  secret text,
  pending_secret text,
  last_step bigint,
  recovery_hashes text[] not null default '{}',
  wrong_tries integer not null default 0,
  wrong_since timestamptz(3),
  confirmed_at timestamptz(3)
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table staff_second_factors'))
}
