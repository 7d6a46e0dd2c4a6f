import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** No two companies number their invoices with one prefix, also when both are written at once. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
do $$
declare twice text;
begin
  select string_agg(name || ' (' || invoice_prefix || ')', ', ' order by invoice_prefix, name)
    into twice from legal_entities
    where invoice_prefix in (
      select invoice_prefix from legal_entities group by invoice_prefix having count(*) > 1);
  if twice is not null then
    raise exception 'These companies number their invoices with one prefix: %. Give each its own before the update.', twice;
  end if;
end $$;
create unique index legal_entities_invoice_prefix_unique on legal_entities (invoice_prefix);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop index legal_entities_invoice_prefix_unique;'))
}
