import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" ADD COLUMN "second_factor_at" timestamp(3) with time zone;
  ALTER TABLE "users" ADD COLUMN "proven_sessions" jsonb;
  ALTER TABLE "roles" ADD COLUMN "requires_second_factor" boolean DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" DROP COLUMN "second_factor_at";
  ALTER TABLE "users" DROP COLUMN "proven_sessions";
  ALTER TABLE "roles" DROP COLUMN "requires_second_factor";`)
}
