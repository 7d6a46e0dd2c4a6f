import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One person is one row: by e-mail and by phone, as long as the row is not in the trash. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index candidates_live_email on candidates (email_normalised)
  where deleted_at is null and email_normalised is not null;
create unique index candidates_live_phone on candidates (phone_e164)
  where deleted_at is null and phone_e164 is not null;
create unique index client_contacts_live_email on client_contacts (client_id, email_normalised)
  where deleted_at is null and email_normalised is not null;
create unique index candidates_one_per_account on candidates (portal_account_id)
  where deleted_at is null and portal_account_id is not null;
create unique index client_contacts_one_per_account on client_contacts (portal_account_id)
  where deleted_at is null and portal_account_id is not null;
-- The index that Payload makes begins with the position: it finds nobody's skills by itself.
create index candidates_texts_of_candidate on candidates_texts (parent_id, "order");
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index candidates_texts_of_candidate, client_contacts_one_per_account,
  candidates_one_per_account, client_contacts_live_email, candidates_live_phone,
  candidates_live_email;
`),
  )
}
