import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "clock_times" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" varchar NOT NULL,
  	"minutes" numeric NOT NULL,
  	"amber_percent" numeric NOT NULL,
  	"escalate_after_minutes" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "clocks" ADD COLUMN "amber_percent" numeric DEFAULT 75 NOT NULL;
  ALTER TABLE "clocks" ADD COLUMN "escalate_after_minutes" numeric DEFAULT 0 NOT NULL;
  CREATE UNIQUE INDEX "clock_times_kind_idx" ON "clock_times" USING btree ("kind");
  CREATE INDEX "clock_times_updated_at_idx" ON "clock_times" USING btree ("updated_at");
  CREATE INDEX "clock_times_created_at_idx" ON "clock_times" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "clock_times" CASCADE;
  ALTER TABLE "clocks" DROP COLUMN "amber_percent";
  ALTER TABLE "clocks" DROP COLUMN "escalate_after_minutes";`)
}
