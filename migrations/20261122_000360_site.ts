import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What the public job board may read of the pipeline: postings that are or were public. One is over
 * after its last day at the place of work, and with its order, before anybody has closed it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create view published_job_postings as
select p.id, p.job_order_id, o.ref, p.site, p.slug, p.title, p.description, p.employment_type::text as employment_type,
  p.place, p.city, p.region, p.postal_code, p.country, coalesce(p.is_remote, false) as is_remote,
  coalesce(p.is_pay_shown, false) as is_pay_shown, p.currency, p.pay_from_rate_e4, p.pay_to_rate_e4,
  p.salary_from_minor, p.salary_to_minor, p.published_at, p.valid_through_on,
  coalesce(l.zone, 'UTC') as zone,
  case when o.deleted_at is not null
      or p.valid_through_on < to_char(now() at time zone coalesce(l.zone, 'UTC'), 'YYYY-MM-DD')
    then 'closed' else p.state::text end as state,
  o.screening_question, coalesce(o.screening_kind::text, 'none') as screening_kind
from job_postings p join job_orders o on o.id = p.job_order_id
  left join work_locations l on l.id = o.work_location_id
where p.state in ('published', 'closed');
create unique index job_postings_address on job_postings (site, slug);
create unique index pages_address on pages (site_id, slug) where deleted_at is null;
create unique index sites_one_primary on sites ((true)) where is_primary;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop view published_job_postings;
drop index job_postings_address;
drop index pages_address;
drop index sites_one_primary;
`),
  )
}
