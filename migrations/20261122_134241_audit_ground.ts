import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Seals cover personal values too, by a salted hash: the salt goes with the values when they are
 * erased, so that what is left proves nothing and can be guessed from nothing. What was sealed before
 * stays as it was sealed.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table domain_event_personal add column salt text;
alter table domain_event_personal alter column salt
  set default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
alter table event_seals add column personal_hashes text[];
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
update roles set permissions = permissions || '["audit.read"]'::jsonb
where key = 'admin' and not permissions @> '["audit.read"]'::jsonb;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions - 'audit.read';
drop trigger domain_event_personal_erased on domain_event_personal;
drop function forget_salt();
alter table event_seals drop column personal_hashes;
alter table domain_event_personal drop column salt;
`),
  )
}
