import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_shortlist_answers_decision" AS ENUM('approve', 'interview', 'maybe', 'reject', 'question');
  CREATE TYPE "public"."enum_shortlist_answers_reason" AS ENUM('skills', 'experience', 'pay', 'location', 'culture', 'overqualified', 'position-changed', 'availability', 'other');
  ALTER TYPE "public"."enum_tasks_source" ADD VALUE 'rule';
  ALTER TYPE "public"."enum_shortlist_items_decision" ADD VALUE 'interview' BEFORE 'reject';
  ALTER TYPE "public"."enum_shortlist_items_decision" ADD VALUE 'maybe' BEFORE 'reject';
  CREATE TABLE "shortlists_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"client_contacts_id" uuid
  );
  
  CREATE TABLE "shortlist_answers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"item_id" uuid NOT NULL,
  	"contact_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"decision" "enum_shortlist_answers_decision" NOT NULL,
  	"reason" "enum_shortlist_answers_reason",
  	"rating" numeric,
  	"comment" varchar,
  	"answered_at" timestamp(3) with time zone,
  	"taken_by_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "shortlists" ADD COLUMN "is_blind" boolean DEFAULT false;
  ALTER TABLE "shortlists" ADD COLUMN "opened_at" timestamp(3) with time zone;
  ALTER TABLE "shortlist_items" ADD COLUMN "recommendation" varchar;
  ALTER TABLE "shortlist_items" ADD COLUMN "rating" numeric;
  ALTER TABLE "shortlists_rels" ADD CONSTRAINT "shortlists_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."shortlists"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "shortlists_rels" ADD CONSTRAINT "shortlists_rels_client_contacts_fk" FOREIGN KEY ("client_contacts_id") REFERENCES "public"."client_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_item_id_shortlist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."shortlist_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "shortlists_rels_order_idx" ON "shortlists_rels" USING btree ("order");
  CREATE INDEX "shortlists_rels_parent_idx" ON "shortlists_rels" USING btree ("parent_id");
  CREATE INDEX "shortlists_rels_path_idx" ON "shortlists_rels" USING btree ("path");
  CREATE INDEX "shortlists_rels_client_contacts_id_idx" ON "shortlists_rels" USING btree ("client_contacts_id");
  CREATE INDEX "shortlist_answers_item_idx" ON "shortlist_answers" USING btree ("item_id");
  CREATE INDEX "shortlist_answers_contact_idx" ON "shortlist_answers" USING btree ("contact_id");
  CREATE INDEX "shortlist_answers_candidate_idx" ON "shortlist_answers" USING btree ("candidate_id");
  CREATE INDEX "shortlist_answers_client_idx" ON "shortlist_answers" USING btree ("client_id");
  CREATE INDEX "shortlist_answers_job_order_idx" ON "shortlist_answers" USING btree ("job_order_id");
  CREATE INDEX "shortlist_answers_updated_at_idx" ON "shortlist_answers" USING btree ("updated_at");
  CREATE INDEX "shortlist_answers_created_at_idx" ON "shortlist_answers" USING btree ("created_at");
  CREATE UNIQUE INDEX "item_contact_idx" ON "shortlist_answers" USING btree ("item_id","contact_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "shortlists_rels" CASCADE;
  DROP TABLE "shortlist_answers" CASCADE;
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DATA TYPE text;
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DEFAULT 'staff'::text;
  DROP TYPE "public"."enum_tasks_source";
  CREATE TYPE "public"."enum_tasks_source" AS ENUM('staff', 'clock', 'playbook');
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DEFAULT 'staff'::"public"."enum_tasks_source";
  ALTER TABLE "tasks" ALTER COLUMN "source" SET DATA TYPE "public"."enum_tasks_source" USING "source"::"public"."enum_tasks_source";
  ALTER TABLE "shortlist_items" ALTER COLUMN "decision" SET DATA TYPE text;
  ALTER TABLE "shortlist_items" ALTER COLUMN "decision" SET DEFAULT 'pending'::text;
  DROP TYPE "public"."enum_shortlist_items_decision";
  CREATE TYPE "public"."enum_shortlist_items_decision" AS ENUM('pending', 'approve', 'reject', 'question');
  ALTER TABLE "shortlist_items" ALTER COLUMN "decision" SET DEFAULT 'pending'::"public"."enum_shortlist_items_decision";
  ALTER TABLE "shortlist_items" ALTER COLUMN "decision" SET DATA TYPE "public"."enum_shortlist_items_decision" USING "decision"::"public"."enum_shortlist_items_decision";
  ALTER TABLE "shortlists" DROP COLUMN "is_blind";
  ALTER TABLE "shortlists" DROP COLUMN "opened_at";
  ALTER TABLE "shortlist_items" DROP COLUMN "recommendation";
  ALTER TABLE "shortlist_items" DROP COLUMN "rating";
  DROP TYPE "public"."enum_shortlist_answers_decision";
  DROP TYPE "public"."enum_shortlist_answers_reason";`)
}
