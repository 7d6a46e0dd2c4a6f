import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "talent_pools" ADD COLUMN "saved_search_id" uuid;
  ALTER TABLE "mailing_recipients" ADD COLUMN "job_order_id" uuid;
  ALTER TABLE "talent_pools" ADD CONSTRAINT "talent_pools_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "talent_pools_saved_search_idx" ON "talent_pools" USING btree ("saved_search_id");
  CREATE INDEX "mailing_recipients_job_order_idx" ON "mailing_recipients" USING btree ("job_order_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "talent_pools" DROP CONSTRAINT "talent_pools_saved_search_id_saved_searches_id_fk";
  
  ALTER TABLE "mailing_recipients" DROP CONSTRAINT "mailing_recipients_job_order_id_job_orders_id_fk";
  
  DROP INDEX "talent_pools_saved_search_idx";
  DROP INDEX "mailing_recipients_job_order_idx";
  ALTER TABLE "talent_pools" DROP COLUMN "saved_search_id";
  ALTER TABLE "mailing_recipients" DROP COLUMN "job_order_id";`)
}
