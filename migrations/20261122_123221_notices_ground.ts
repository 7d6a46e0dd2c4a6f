import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What a colleague was told of, and how they want to be told, goes with the colleague. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table notices drop constraint notices_user_id_users_id_fk,
  add constraint notices_user_id_users_id_fk foreign key (user_id) references users (id) on delete cascade;
alter table notice_settings drop constraint notice_settings_user_id_users_id_fk,
  add constraint notice_settings_user_id_users_id_fk foreign key (user_id) references users (id) on delete cascade;
create index notices_unread on notices (user_id) where in_app and read_at is null;
create index notices_digest on notices (user_id) where mail = 'digest' and digested_at is null;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index notices_digest;
drop index notices_unread;
alter table notice_settings drop constraint notice_settings_user_id_users_id_fk,
  add constraint notice_settings_user_id_users_id_fk foreign key (user_id) references users (id) on delete set null;
alter table notices drop constraint notices_user_id_users_id_fk,
  add constraint notices_user_id_users_id_fk foreign key (user_id) references users (id) on delete set null;
`),
  )
}
