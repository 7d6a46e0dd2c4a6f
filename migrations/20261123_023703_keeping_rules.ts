import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Whoever may not be kept any more is found by no search and stands in no pool. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
-- The last that was heard of a candidate: a note or a call that reached them, a letter of theirs, and
-- what somebody outside did about them by a form, a link or the portal. Mails of the agency do not count.
create function candidate_heard_at(person uuid) returns timestamptz language sql stable as $$
  select (greatest(
    (select max(coalesce(n.called_at, n.created_at)) from notes n
      where n.about_kind = 'candidate' and n.about_id = person::text and n.removed_at is null
        and (n.outcome is null or n.outcome::text not in ('no-answer', 'wrong-number'))),
    (select max(e.at) from domain_events e where e.person_id = person::text
      and (e.actor_kind in ('portal', 'link', 'anonymous') or e.name = 'letter.received'))
  ))::timestamptz(3)
$$;

create or replace view searchable_candidates as
  select c.id from candidates c
  where c.deleted_at is null and c.state <> 'anonymised'
    and to_jsonb(c) ->> 'merged_into_id' is null
    and c.unusable_since is null
    and not coalesce((select bool_and(consent.withdrawn_at is not null) from consents consent
      where consent.candidate_id = c.id and consent.purpose::text in ('application', 'talent-pool')),
      false);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create or replace view searchable_candidates as
  select c.id from candidates c
  where c.deleted_at is null and c.state <> 'anonymised'
    and to_jsonb(c) ->> 'merged_into_id' is null
    and not coalesce((select bool_and(consent.withdrawn_at is not null) from consents consent
      where consent.candidate_id = c.id and consent.purpose::text in ('application', 'talent-pool')),
      false);
drop function candidate_heard_at;
delete from retention_rules
  where data_class::text in ('consents', 'interest', 'ended', 'eeo', 'references');
`),
  )
}
