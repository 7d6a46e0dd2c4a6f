import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_playbooks_grades" AS ENUM('A', 'B', 'C');
  CREATE TYPE "public"."enum_playbooks_employment_types" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_playbooks_client_tiers" AS ENUM('key', 'standard', 'occasional');
  CREATE TYPE "public"."enum_playbooks_fee_kinds" AS ENUM('percent', 'flat', 'retained', 'hourly');
  CREATE TYPE "public"."enum_playbooks_marks" AS ENUM('within_24h', 'within_14d', 'within_30d', 'later', 'asap', 'exclusive', 'bulk', 'override', 'outside_niche');
  CREATE TYPE "public"."enum_playbooks_steps_role" AS ENUM('owner', 'manager', 'client_owner');
  ALTER TYPE "public"."enum_tasks_source" ADD VALUE 'playbook';
  CREATE TABLE "playbook_runs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"playbook_id" uuid,
  	"name" varchar NOT NULL,
  	"qualification_id" uuid,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "playbooks_grades" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_playbooks_grades",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "playbooks_employment_types" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_playbooks_employment_types",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "playbooks_client_tiers" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_playbooks_client_tiers",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "playbooks_fee_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_playbooks_fee_kinds",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "playbooks_marks" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_playbooks_marks",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "playbooks_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"role" "enum_playbooks_steps_role" DEFAULT 'owner' NOT NULL,
  	"due_minutes" numeric NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "playbooks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 1000 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "job_orders_expected_value_minor_idx";
  ALTER TABLE "job_orders" ALTER COLUMN "expected_value_minor" DROP DEFAULT;
  ALTER TABLE "job_orders" ADD COLUMN "is_outside_niche" boolean DEFAULT false;
  ALTER TABLE "job_orders" ADD COLUMN "priority" numeric DEFAULT 0;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "playbooks_id" uuid;
  ALTER TABLE "playbook_runs" ADD CONSTRAINT "playbook_runs_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbook_runs" ADD CONSTRAINT "playbook_runs_playbook_id_playbooks_id_fk" FOREIGN KEY ("playbook_id") REFERENCES "public"."playbooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbook_runs" ADD CONSTRAINT "playbook_runs_qualification_id_qualifications_id_fk" FOREIGN KEY ("qualification_id") REFERENCES "public"."qualifications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbooks_grades" ADD CONSTRAINT "playbooks_grades_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_employment_types" ADD CONSTRAINT "playbooks_employment_types_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_client_tiers" ADD CONSTRAINT "playbooks_client_tiers_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_fee_kinds" ADD CONSTRAINT "playbooks_fee_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_marks" ADD CONSTRAINT "playbooks_marks_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_steps" ADD CONSTRAINT "playbooks_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "playbook_runs_job_order_idx" ON "playbook_runs" USING btree ("job_order_id");
  CREATE INDEX "playbook_runs_playbook_idx" ON "playbook_runs" USING btree ("playbook_id");
  CREATE INDEX "playbook_runs_qualification_idx" ON "playbook_runs" USING btree ("qualification_id");
  CREATE INDEX "playbook_runs_updated_at_idx" ON "playbook_runs" USING btree ("updated_at");
  CREATE INDEX "playbook_runs_created_at_idx" ON "playbook_runs" USING btree ("created_at");
  CREATE INDEX "playbooks_grades_order_idx" ON "playbooks_grades" USING btree ("order");
  CREATE INDEX "playbooks_grades_parent_idx" ON "playbooks_grades" USING btree ("parent_id");
  CREATE INDEX "playbooks_employment_types_order_idx" ON "playbooks_employment_types" USING btree ("order");
  CREATE INDEX "playbooks_employment_types_parent_idx" ON "playbooks_employment_types" USING btree ("parent_id");
  CREATE INDEX "playbooks_client_tiers_order_idx" ON "playbooks_client_tiers" USING btree ("order");
  CREATE INDEX "playbooks_client_tiers_parent_idx" ON "playbooks_client_tiers" USING btree ("parent_id");
  CREATE INDEX "playbooks_fee_kinds_order_idx" ON "playbooks_fee_kinds" USING btree ("order");
  CREATE INDEX "playbooks_fee_kinds_parent_idx" ON "playbooks_fee_kinds" USING btree ("parent_id");
  CREATE INDEX "playbooks_marks_order_idx" ON "playbooks_marks" USING btree ("order");
  CREATE INDEX "playbooks_marks_parent_idx" ON "playbooks_marks" USING btree ("parent_id");
  CREATE INDEX "playbooks_steps_order_idx" ON "playbooks_steps" USING btree ("_order");
  CREATE INDEX "playbooks_steps_parent_id_idx" ON "playbooks_steps" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "playbooks_name_idx" ON "playbooks" USING btree ("name");
  CREATE INDEX "playbooks_updated_at_idx" ON "playbooks" USING btree ("updated_at");
  CREATE INDEX "playbooks_created_at_idx" ON "playbooks" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_playbooks_fk" FOREIGN KEY ("playbooks_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "job_orders_priority_idx" ON "job_orders" USING btree ("priority");
  CREATE INDEX "payload_locked_documents_rels_playbooks_id_idx" ON "payload_locked_documents_rels" USING btree ("playbooks_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "playbook_runs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_grades" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_employment_types" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_client_tiers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_fee_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_marks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "playbook_runs" CASCADE;
  DROP TABLE "playbooks_grades" CASCADE;
  DROP TABLE "playbooks_employment_types" CASCADE;
  DROP TABLE "playbooks_client_tiers" CASCADE;
  DROP TABLE "playbooks_fee_kinds" CASCADE;
  DROP TABLE "playbooks_marks" CASCADE;
  DROP TABLE "playbooks_steps" CASCADE;
  DROP TABLE "playbooks" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_playbooks_fk";
  
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DATA TYPE text;
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DEFAULT 'staff'::text;
  DROP TYPE "public"."enum_tasks_source";
  CREATE TYPE "public"."enum_tasks_source" AS ENUM('staff', 'clock');
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DEFAULT 'staff'::"public"."enum_tasks_source";
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DATA TYPE "public"."enum_tasks_source" USING "source"::"public"."enum_tasks_source";
  DROP INDEX "job_orders_priority_idx";
  DROP INDEX "payload_locked_documents_rels_playbooks_id_idx";
  ALTER TABLE "job_orders" ALTER COLUMN "expected_value_minor" SET DEFAULT 0;
  CREATE INDEX "job_orders_expected_value_minor_idx" ON "job_orders" USING btree ("expected_value_minor");
  ALTER TABLE "job_orders" DROP COLUMN "is_outside_niche";
  ALTER TABLE "job_orders" DROP COLUMN "priority";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "playbooks_id";
  DROP TYPE "public"."enum_playbooks_grades";
  DROP TYPE "public"."enum_playbooks_employment_types";
  DROP TYPE "public"."enum_playbooks_client_tiers";
  DROP TYPE "public"."enum_playbooks_fee_kinds";
  DROP TYPE "public"."enum_playbooks_marks";
  DROP TYPE "public"."enum_playbooks_steps_role";`)
}
