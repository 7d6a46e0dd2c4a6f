import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Searches that pools held themselves become saved searches of the owners of the pools. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
with made as (
  insert into saved_searches (id, name, search, owner_id, sharing, updated_at, created_at)
  select pool.id, left('Pool ' || pool.name, 80), pool.search,
    coalesce(pool.owner_id, (select id from users order by created_at, id limit 1)),
    (case when pool.is_shared then 'all' else 'mine' end)::enum_saved_searches_sharing, now(), now()
  from talent_pools pool
  where pool.search is not null and pool.saved_search_id is null
  returning id
)
update talent_pools pool set saved_search_id = made.id from made where made.id = pool.id;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
update talent_pools set saved_search_id = null where saved_search_id = id;
delete from saved_searches where id in (select id from talent_pools);`)
}
