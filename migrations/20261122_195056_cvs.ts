import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_candidate_references_outcome" AS ENUM('good', 'mixed', 'poor', 'facts-only', 'no-answer');
  CREATE TYPE "public"."enum_candidate_work_rights_basis" AS ENUM('citizen', 'permanent-resident', 'work-visa', 'student-visa', 'dependant', 'other');
  CREATE TYPE "public"."enum_candidate_eeo_gender" AS ENUM('female', 'male', 'non-binary', 'other', 'undisclosed');
  CREATE TYPE "public"."enum_candidate_eeo_disability" AS ENUM('yes', 'no', 'undisclosed');
  CREATE TYPE "public"."enum_candidate_eeo_veteran" AS ENUM('yes', 'no', 'undisclosed');
  CREATE TABLE "candidate_references" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"relation" varchar,
  	"organisation" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"asked_on" varchar,
  	"answered_on" varchar,
  	"outcome" "enum_candidate_references_outcome",
  	"answer" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "candidate_work_rights" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"country" varchar DEFAULT 'US' NOT NULL,
  	"basis" "enum_candidate_work_rights_basis" NOT NULL,
  	"document_kind" varchar,
  	"document_number" varchar,
  	"checked_on" varchar,
  	"expires_on" varchar,
  	"limits" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "candidate_payroll" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"payroll_number" varchar,
  	"tax_number" varchar,
  	"country" varchar DEFAULT 'US' NOT NULL,
  	"account_holder" varchar,
  	"bank_name" varchar,
  	"bank_code" varchar,
  	"account" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "candidate_eeo" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"gender" "enum_candidate_eeo_gender",
  	"ethnicity" varchar,
  	"disability" "enum_candidate_eeo_disability",
  	"veteran" "enum_candidate_eeo_veteran",
  	"born_on" varchar,
  	"told_on" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "cv_drafts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'reading' NOT NULL,
  	"title" varchar NOT NULL,
  	"document_id" uuid,
  	"candidate_id" uuid,
  	"parser_version" numeric,
  	"parsed" jsonb,
  	"problem" varchar,
  	"added_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "candidate_references_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "candidate_work_rights_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "candidate_payroll_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "candidate_eeo_id" uuid;
  ALTER TABLE "candidate_references" ADD CONSTRAINT "candidate_references_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_work_rights" ADD CONSTRAINT "candidate_work_rights_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_payroll" ADD CONSTRAINT "candidate_payroll_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_eeo" ADD CONSTRAINT "candidate_eeo_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cv_drafts" ADD CONSTRAINT "cv_drafts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cv_drafts" ADD CONSTRAINT "cv_drafts_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cv_drafts" ADD CONSTRAINT "cv_drafts_added_by_id_users_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "candidate_references_candidate_idx" ON "candidate_references" USING btree ("candidate_id");
  CREATE INDEX "candidate_references_updated_at_idx" ON "candidate_references" USING btree ("updated_at");
  CREATE INDEX "candidate_references_created_at_idx" ON "candidate_references" USING btree ("created_at");
  CREATE INDEX "candidate_work_rights_candidate_idx" ON "candidate_work_rights" USING btree ("candidate_id");
  CREATE INDEX "candidate_work_rights_updated_at_idx" ON "candidate_work_rights" USING btree ("updated_at");
  CREATE INDEX "candidate_work_rights_created_at_idx" ON "candidate_work_rights" USING btree ("created_at");
  CREATE UNIQUE INDEX "candidate_payroll_candidate_idx" ON "candidate_payroll" USING btree ("candidate_id");
  CREATE INDEX "candidate_payroll_updated_at_idx" ON "candidate_payroll" USING btree ("updated_at");
  CREATE INDEX "candidate_payroll_created_at_idx" ON "candidate_payroll" USING btree ("created_at");
  CREATE UNIQUE INDEX "candidate_eeo_candidate_idx" ON "candidate_eeo" USING btree ("candidate_id");
  CREATE INDEX "candidate_eeo_updated_at_idx" ON "candidate_eeo" USING btree ("updated_at");
  CREATE INDEX "candidate_eeo_created_at_idx" ON "candidate_eeo" USING btree ("created_at");
  CREATE INDEX "cv_drafts_state_idx" ON "cv_drafts" USING btree ("state");
  CREATE UNIQUE INDEX "cv_drafts_document_idx" ON "cv_drafts" USING btree ("document_id");
  CREATE INDEX "cv_drafts_candidate_idx" ON "cv_drafts" USING btree ("candidate_id");
  CREATE INDEX "cv_drafts_added_by_idx" ON "cv_drafts" USING btree ("added_by_id");
  CREATE INDEX "cv_drafts_updated_at_idx" ON "cv_drafts" USING btree ("updated_at");
  CREATE INDEX "cv_drafts_created_at_idx" ON "cv_drafts" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_candidate_references_fk" FOREIGN KEY ("candidate_references_id") REFERENCES "public"."candidate_references"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_candidate_work_rights_fk" FOREIGN KEY ("candidate_work_rights_id") REFERENCES "public"."candidate_work_rights"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_candidate_payroll_fk" FOREIGN KEY ("candidate_payroll_id") REFERENCES "public"."candidate_payroll"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_candidate_eeo_fk" FOREIGN KEY ("candidate_eeo_id") REFERENCES "public"."candidate_eeo"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_candidate_references_id_idx" ON "payload_locked_documents_rels" USING btree ("candidate_references_id");
  CREATE INDEX "payload_locked_documents_rels_candidate_work_rights_id_idx" ON "payload_locked_documents_rels" USING btree ("candidate_work_rights_id");
  CREATE INDEX "payload_locked_documents_rels_candidate_payroll_id_idx" ON "payload_locked_documents_rels" USING btree ("candidate_payroll_id");
  CREATE INDEX "payload_locked_documents_rels_candidate_eeo_id_idx" ON "payload_locked_documents_rels" USING btree ("candidate_eeo_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "candidate_references" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidate_work_rights" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidate_payroll" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidate_eeo" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "cv_drafts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "candidate_references" CASCADE;
  DROP TABLE "candidate_work_rights" CASCADE;
  DROP TABLE "candidate_payroll" CASCADE;
  DROP TABLE "candidate_eeo" CASCADE;
  DROP TABLE "cv_drafts" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_candidate_references_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_candidate_work_rights_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_candidate_payroll_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_candidate_eeo_fk";
  
  DROP INDEX "payload_locked_documents_rels_candidate_references_id_idx";
  DROP INDEX "payload_locked_documents_rels_candidate_work_rights_id_idx";
  DROP INDEX "payload_locked_documents_rels_candidate_payroll_id_idx";
  DROP INDEX "payload_locked_documents_rels_candidate_eeo_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "candidate_references_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "candidate_work_rights_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "candidate_payroll_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "candidate_eeo_id";
  DROP TYPE "public"."enum_candidate_references_outcome";
  DROP TYPE "public"."enum_candidate_work_rights_basis";
  DROP TYPE "public"."enum_candidate_eeo_gender";
  DROP TYPE "public"."enum_candidate_eeo_disability";
  DROP TYPE "public"."enum_candidate_eeo_veteran";`)
}
