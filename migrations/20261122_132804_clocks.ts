import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_clocks_ball_in" AS ENUM('agency', 'client', 'candidate');
  CREATE TABLE "clocks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'running' NOT NULL,
  	"title" varchar NOT NULL,
  	"ball_in" "enum_clocks_ball_in" NOT NULL,
  	"allowed_minutes" numeric NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"amber_at" timestamp(3) with time zone,
  	"due_at" timestamp(3) with time zone,
  	"stopped_at" timestamp(3) with time zone,
  	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"owner_id" uuid,
  	"about_kind" varchar NOT NULL,
  	"about_id" varchar NOT NULL,
  	"order_id" varchar,
  	"client_id" varchar,
  	"kind" varchar NOT NULL,
  	"start_key" varchar NOT NULL,
  	"turned_amber_at" timestamp(3) with time zone,
  	"overdue_at" timestamp(3) with time zone,
  	"escalated_at" timestamp(3) with time zone,
  	"escalated_to_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "users" ADD COLUMN "reports_to_id" uuid;
  ALTER TABLE "clocks" ADD CONSTRAINT "clocks_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clocks" ADD CONSTRAINT "clocks_escalated_to_id_users_id_fk" FOREIGN KEY ("escalated_to_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "clocks_state_idx" ON "clocks" USING btree ("state");
  CREATE INDEX "clocks_owner_idx" ON "clocks" USING btree ("owner_id");
  CREATE INDEX "clocks_about_id_idx" ON "clocks" USING btree ("about_id");
  CREATE INDEX "clocks_order_id_idx" ON "clocks" USING btree ("order_id");
  CREATE INDEX "clocks_client_id_idx" ON "clocks" USING btree ("client_id");
  CREATE UNIQUE INDEX "clocks_start_key_idx" ON "clocks" USING btree ("start_key");
  CREATE INDEX "clocks_escalated_to_idx" ON "clocks" USING btree ("escalated_to_id");
  CREATE INDEX "clocks_updated_at_idx" ON "clocks" USING btree ("updated_at");
  CREATE INDEX "clocks_created_at_idx" ON "clocks" USING btree ("created_at");
  ALTER TABLE "users" ADD CONSTRAINT "users_reports_to_id_users_id_fk" FOREIGN KEY ("reports_to_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "users_reports_to_idx" ON "users" USING btree ("reports_to_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "clocks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "clocks" CASCADE;
  ALTER TABLE "users" DROP CONSTRAINT "users_reports_to_id_users_id_fk";
  
  DROP INDEX "users_reports_to_idx";
  ALTER TABLE "users" DROP COLUMN "reports_to_id";
  DROP TYPE "public"."enum_clocks_ball_in";`)
}
