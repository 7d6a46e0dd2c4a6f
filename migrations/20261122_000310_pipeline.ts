import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One live submission per order and candidate, one open offer per submission, boards by index. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index submissions_one_live on submissions (job_order_id, candidate_id)
  where state in ('new', 'screening', 'internal_review', 'client_review', 'interview', 'offer');
create unique index offers_one_open on offers (submission_id) where state = 'extended';
create index submissions_board on submissions (job_order_id, stage_id, rank collate "C");
create index openings_order_state on openings (job_order_id, state);
create index job_postings_public on job_postings (site, published_at desc)
  where state = 'published';
create index job_orders_texts_of_order on job_orders_texts (parent_id, "order");
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index job_orders_texts_of_order, job_postings_public, openings_order_state,
  submissions_board, offers_one_open, submissions_one_live;
`),
  )
}
