import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What erases a person tells the audit of it, so a value that only looks erased is no erasure any more.
 * Roles that exist get a right that came later by word of a migration alone: the administrator's, that
 * over personal data.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop trigger domain_event_personal_erased on domain_event_personal;
drop function forget_salt();
update roles set permissions = permissions || '["privacy.manage"]'::jsonb
where key = 'admin' and not permissions @> '["privacy.manage"]'::jsonb;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create function forget_salt() returns trigger language plpgsql as $$
begin
  if new.values is distinct from old.values
      and (new.values = '{}'::jsonb or new.values::text like '%Erased%') then
    new.salt := null;
  end if;
  return new;
end $$;
create trigger domain_event_personal_erased before update on domain_event_personal
  for each row execute function forget_salt();
`),
  )
}
