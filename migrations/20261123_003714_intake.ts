import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_order_templates_employment_type" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_order_templates_screening_kind" AS ENUM('none', 'yes_no', 'text');
  CREATE TYPE "public"."enum_order_templates_screening_knock_out" AS ENUM('none', 'yes', 'no');
  CREATE TYPE "public"."enum_intake_forms_questions_type" AS ENUM('text', 'longText', 'number', 'choice', 'choices', 'yesNo', 'day', 'money', 'email', 'phone', 'file');
  CREATE TYPE "public"."enum_intake_forms_questions_target" AS ENUM('company', 'contactName', 'email', 'phone', 'jobTitle', 'openingsCount', 'workLocation', 'startsOn', 'endsOn', 'payFromRateE4', 'payToRateE4', 'salaryFromMinor', 'salaryToMinor', 'notes');
  ALTER TYPE "public"."enum_documents_kind" ADD VALUE 'request' BEFORE 'other';
  CREATE TABLE "order_templates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"employment_type" "enum_order_templates_employment_type" NOT NULL,
  	"category" varchar,
  	"description" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_rate_e4" numeric,
  	"bill_rate_e4" numeric,
  	"salary_from_minor" numeric,
  	"salary_to_minor" numeric,
  	"fee_bp" numeric,
  	"fee_flat_minor" numeric,
  	"hours_per_week_minutes" numeric,
  	"screening_question" varchar,
  	"screening_kind" "enum_order_templates_screening_kind" DEFAULT 'none' NOT NULL,
  	"screening_knock_out" "enum_order_templates_screening_knock_out" DEFAULT 'none',
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_templates_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "order_templates_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"credential_types_id" uuid
  );
  
  CREATE TABLE "intake_forms_questions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"type" "enum_intake_forms_questions_type" DEFAULT 'text' NOT NULL,
  	"target" "enum_intake_forms_questions_target",
  	"is_required" boolean DEFAULT false,
  	"help" varchar,
  	"show_when" jsonb,
  	"key" varchar
  );
  
  CREATE TABLE "intake_forms" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"lead" varchar,
  	"slug" varchar,
  	"is_active" boolean DEFAULT true,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"version" numeric DEFAULT 1 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "intake_forms_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "order_requests" ALTER COLUMN "work_location" DROP NOT NULL;
  ALTER TABLE "order_requests" ADD COLUMN "ends_on" varchar;
  ALTER TABLE "order_requests" ADD COLUMN "intake_form_id" uuid;
  ALTER TABLE "order_requests" ADD COLUMN "form_version" numeric;
  ALTER TABLE "order_requests" ADD COLUMN "answers" jsonb;
  ALTER TABLE "order_requests" ADD COLUMN "asked_details" jsonb;
  ALTER TABLE "playbook_runs" ADD COLUMN "messages" jsonb;
  ALTER TABLE "openings" ADD COLUMN "submission_id" uuid;
  ALTER TABLE "openings" ADD COLUMN "reserved_at" timestamp(3) with time zone;
  ALTER TABLE "openings" ADD COLUMN "release_reason" varchar;
  ALTER TABLE "playbooks_steps" ADD COLUMN "message" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "order_templates_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "intake_forms_id" uuid;
  ALTER TABLE "order_templates_texts" ADD CONSTRAINT "order_templates_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."order_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_templates_rels" ADD CONSTRAINT "order_templates_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."order_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_templates_rels" ADD CONSTRAINT "order_templates_rels_credential_types_fk" FOREIGN KEY ("credential_types_id") REFERENCES "public"."credential_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "intake_forms_questions" ADD CONSTRAINT "intake_forms_questions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."intake_forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "intake_forms_texts" ADD CONSTRAINT "intake_forms_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."intake_forms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "order_templates_name_idx" ON "order_templates" USING btree ("name");
  CREATE INDEX "order_templates_updated_at_idx" ON "order_templates" USING btree ("updated_at");
  CREATE INDEX "order_templates_created_at_idx" ON "order_templates" USING btree ("created_at");
  CREATE INDEX "order_templates_texts_order_parent" ON "order_templates_texts" USING btree ("order","parent_id");
  CREATE INDEX "order_templates_rels_order_idx" ON "order_templates_rels" USING btree ("order");
  CREATE INDEX "order_templates_rels_parent_idx" ON "order_templates_rels" USING btree ("parent_id");
  CREATE INDEX "order_templates_rels_path_idx" ON "order_templates_rels" USING btree ("path");
  CREATE INDEX "order_templates_rels_credential_types_id_idx" ON "order_templates_rels" USING btree ("credential_types_id");
  CREATE INDEX "intake_forms_questions_order_idx" ON "intake_forms_questions" USING btree ("_order");
  CREATE INDEX "intake_forms_questions_parent_id_idx" ON "intake_forms_questions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "intake_forms_slug_idx" ON "intake_forms" USING btree ("slug");
  CREATE INDEX "intake_forms_updated_at_idx" ON "intake_forms" USING btree ("updated_at");
  CREATE INDEX "intake_forms_created_at_idx" ON "intake_forms" USING btree ("created_at");
  CREATE INDEX "intake_forms_texts_order_parent" ON "intake_forms_texts" USING btree ("order","parent_id");
  ALTER TABLE "order_requests" ADD CONSTRAINT "order_requests_intake_form_id_intake_forms_id_fk" FOREIGN KEY ("intake_form_id") REFERENCES "public"."intake_forms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "openings" ADD CONSTRAINT "openings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_order_templates_fk" FOREIGN KEY ("order_templates_id") REFERENCES "public"."order_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_intake_forms_fk" FOREIGN KEY ("intake_forms_id") REFERENCES "public"."intake_forms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "order_requests_intake_form_idx" ON "order_requests" USING btree ("intake_form_id");
  CREATE INDEX "openings_submission_idx" ON "openings" USING btree ("submission_id");
  CREATE INDEX "payload_locked_documents_rels_order_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("order_templates_id");
  CREATE INDEX "payload_locked_documents_rels_intake_forms_id_idx" ON "payload_locked_documents_rels" USING btree ("intake_forms_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "order_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_templates_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_templates_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "intake_forms_questions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "intake_forms" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "intake_forms_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "order_templates" CASCADE;
  DROP TABLE "order_templates_texts" CASCADE;
  DROP TABLE "order_templates_rels" CASCADE;
  DROP TABLE "intake_forms_questions" CASCADE;
  DROP TABLE "intake_forms" CASCADE;
  DROP TABLE "intake_forms_texts" CASCADE;
  ALTER TABLE "order_requests" DROP CONSTRAINT "order_requests_intake_form_id_intake_forms_id_fk";
  
  ALTER TABLE "openings" DROP CONSTRAINT "openings_submission_id_submissions_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_order_templates_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_intake_forms_fk";
  
  ALTER TABLE "documents" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "documents" ALTER COLUMN "kind" SET DEFAULT 'cv'::text;
  DROP TYPE "public"."enum_documents_kind";
  CREATE TYPE "public"."enum_documents_kind" AS ENUM('cv', 'assignment-letter', 'invoice', 'receipt', 'evidence', 'other');
  ALTER TABLE "documents" ALTER COLUMN "kind" SET DEFAULT 'cv'::"public"."enum_documents_kind";
  ALTER TABLE "documents" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_documents_kind" USING "kind"::"public"."enum_documents_kind";
  DROP INDEX "order_requests_intake_form_idx";
  DROP INDEX "openings_submission_idx";
  DROP INDEX "payload_locked_documents_rels_order_templates_id_idx";
  DROP INDEX "payload_locked_documents_rels_intake_forms_id_idx";
  ALTER TABLE "order_requests" ALTER COLUMN "work_location" SET NOT NULL;
  ALTER TABLE "order_requests" DROP COLUMN "ends_on";
  ALTER TABLE "order_requests" DROP COLUMN "intake_form_id";
  ALTER TABLE "order_requests" DROP COLUMN "form_version";
  ALTER TABLE "order_requests" DROP COLUMN "answers";
  ALTER TABLE "order_requests" DROP COLUMN "asked_details";
  ALTER TABLE "playbook_runs" DROP COLUMN "messages";
  ALTER TABLE "openings" DROP COLUMN "submission_id";
  ALTER TABLE "openings" DROP COLUMN "reserved_at";
  ALTER TABLE "openings" DROP COLUMN "release_reason";
  ALTER TABLE "playbooks_steps" DROP COLUMN "message";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "order_templates_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "intake_forms_id";
  DROP TYPE "public"."enum_order_templates_employment_type";
  DROP TYPE "public"."enum_order_templates_screening_kind";
  DROP TYPE "public"."enum_order_templates_screening_knock_out";
  DROP TYPE "public"."enum_intake_forms_questions_type";
  DROP TYPE "public"."enum_intake_forms_questions_target";`)
}
