import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What clients answered before each of their people had a row: the answer of whom it was sent to. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
insert into shortlist_answers (id, item_id, contact_id, candidate_id, client_id, job_order_id,
  decision, reason, comment, answered_at, updated_at, created_at)
select uuid_v7(), item.id, shortlist.contact_id, item.candidate_id, item.client_id,
  item.job_order_id, item.decision::text::enum_shortlist_answers_decision,
  item.reason::text::enum_shortlist_answers_reason, item.comment,
  coalesce(item.decided_at, item.updated_at), now(), now()
from shortlist_items item join shortlists shortlist on shortlist.id = item.shortlist_id
where item.decision::text <> 'pending' and shortlist.contact_id is not null;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('delete from shortlist_answers;'))
}
