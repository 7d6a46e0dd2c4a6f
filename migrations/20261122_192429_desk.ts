import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_job_orders_representation" AS ENUM('as-agency', 'asked', 'not-asked');
  CREATE TYPE "public"."enum_representations_answered_through" AS ENUM('link', 'portal', 'colleague');
  CREATE TYPE "public"."enum_client_blocks_wanted_by" AS ENUM('client', 'candidate', 'agency');
  CREATE TABLE "submission_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"client_id" uuid,
  	"is_representation_asked" boolean DEFAULT false,
  	"representation_days" numeric DEFAULT 180 NOT NULL,
  	"same_role_days" numeric DEFAULT 180 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "representations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'asked' NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"text" varchar NOT NULL,
  	"asked_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"valid_on" varchar,
  	"answered_at" timestamp(3) with time zone,
  	"signed_name" varchar,
  	"answered_through" "enum_representations_answered_through",
  	"taken_by_name" varchar,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "client_blocks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"wanted_by" "enum_client_blocks_wanted_by" NOT NULL,
  	"reason" varchar NOT NULL,
  	"until" varchar,
  	"placed_by_name" varchar NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"ended_by_name" varchar,
  	"end_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "job_orders" ADD COLUMN "representation" "enum_job_orders_representation" DEFAULT 'as-agency';
  ALTER TABLE "submissions" ADD COLUMN "pay_rate_e4" numeric;
  ALTER TABLE "submissions" ADD COLUMN "salary_minor" numeric;
  ALTER TABLE "submissions" ADD COLUMN "bill_rate_e4" numeric;
  ALTER TABLE "submissions" ADD COLUMN "notice_days" numeric;
  ALTER TABLE "submissions" ADD COLUMN "available_on" varchar;
  ALTER TABLE "submissions" ADD COLUMN "terms_kept_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "submission_rules_id" uuid;
  ALTER TABLE "submission_rules" ADD CONSTRAINT "submission_rules_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "representations" ADD CONSTRAINT "representations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "representations" ADD CONSTRAINT "representations_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "representations" ADD CONSTRAINT "representations_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "representations" ADD CONSTRAINT "representations_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_blocks" ADD CONSTRAINT "client_blocks_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_blocks" ADD CONSTRAINT "client_blocks_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "submission_rules_client_idx" ON "submission_rules" USING btree ("client_id");
  CREATE INDEX "submission_rules_updated_at_idx" ON "submission_rules" USING btree ("updated_at");
  CREATE INDEX "submission_rules_created_at_idx" ON "submission_rules" USING btree ("created_at");
  CREATE INDEX "representations_state_idx" ON "representations" USING btree ("state");
  CREATE INDEX "representations_submission_idx" ON "representations" USING btree ("submission_id");
  CREATE INDEX "representations_job_order_idx" ON "representations" USING btree ("job_order_id");
  CREATE INDEX "representations_candidate_idx" ON "representations" USING btree ("candidate_id");
  CREATE INDEX "representations_client_idx" ON "representations" USING btree ("client_id");
  CREATE INDEX "representations_updated_at_idx" ON "representations" USING btree ("updated_at");
  CREATE INDEX "representations_created_at_idx" ON "representations" USING btree ("created_at");
  CREATE INDEX "client_blocks_candidate_idx" ON "client_blocks" USING btree ("candidate_id");
  CREATE INDEX "client_blocks_client_idx" ON "client_blocks" USING btree ("client_id");
  CREATE INDEX "client_blocks_updated_at_idx" ON "client_blocks" USING btree ("updated_at");
  CREATE INDEX "client_blocks_created_at_idx" ON "client_blocks" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_submission_rules_fk" FOREIGN KEY ("submission_rules_id") REFERENCES "public"."submission_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_submission_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("submission_rules_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "submission_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "representations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "client_blocks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "submission_rules" CASCADE;
  DROP TABLE "representations" CASCADE;
  DROP TABLE "client_blocks" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_submission_rules_fk";
  
  DROP INDEX "payload_locked_documents_rels_submission_rules_id_idx";
  ALTER TABLE "job_orders" DROP COLUMN "representation";
  ALTER TABLE "submissions" DROP COLUMN "pay_rate_e4";
  ALTER TABLE "submissions" DROP COLUMN "salary_minor";
  ALTER TABLE "submissions" DROP COLUMN "bill_rate_e4";
  ALTER TABLE "submissions" DROP COLUMN "notice_days";
  ALTER TABLE "submissions" DROP COLUMN "available_on";
  ALTER TABLE "submissions" DROP COLUMN "terms_kept_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "submission_rules_id";
  DROP TYPE "public"."enum_job_orders_representation";
  DROP TYPE "public"."enum_representations_answered_through";
  DROP TYPE "public"."enum_client_blocks_wanted_by";`)
}
