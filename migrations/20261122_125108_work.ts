import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tasks_priority" AS ENUM('high', 'normal', 'low');
  CREATE TYPE "public"."enum_tasks_waiting_for" AS ENUM('client', 'candidate', 'colleague', 'other');
  CREATE TYPE "public"."enum_tasks_source" AS ENUM('staff', 'clock');
  CREATE TABLE "tasks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'open' NOT NULL,
  	"title" varchar NOT NULL,
  	"note" varchar,
  	"due_on" varchar,
  	"due_at" timestamp(3) with time zone,
  	"priority" "enum_tasks_priority" DEFAULT 'normal' NOT NULL,
  	"snoozed_until_on" varchar,
  	"waiting_for" "enum_tasks_waiting_for",
  	"waiting_note" varchar,
  	"owner_id" uuid NOT NULL,
  	"assigned_by_id" uuid,
  	"about_kind" varchar,
  	"about_id" varchar,
  	"source" "enum_tasks_source" DEFAULT 'staff' NOT NULL,
  	"source_key" varchar,
  	"done_at" timestamp(3) with time zone,
  	"done_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "tasks" ADD CONSTRAINT "tasks_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assigned_by_id_users_id_fk" FOREIGN KEY ("assigned_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_id_users_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "tasks_state_idx" ON "tasks" USING btree ("state");
  CREATE INDEX "tasks_owner_idx" ON "tasks" USING btree ("owner_id");
  CREATE INDEX "tasks_assigned_by_idx" ON "tasks" USING btree ("assigned_by_id");
  CREATE INDEX "tasks_about_id_idx" ON "tasks" USING btree ("about_id");
  CREATE UNIQUE INDEX "tasks_source_key_idx" ON "tasks" USING btree ("source_key");
  CREATE INDEX "tasks_done_by_idx" ON "tasks" USING btree ("done_by_id");
  CREATE INDEX "tasks_updated_at_idx" ON "tasks" USING btree ("updated_at");
  CREATE INDEX "tasks_created_at_idx" ON "tasks" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "tasks" CASCADE;
  DROP TYPE "public"."enum_tasks_priority";
  DROP TYPE "public"."enum_tasks_waiting_for";
  DROP TYPE "public"."enum_tasks_source";`)
}
