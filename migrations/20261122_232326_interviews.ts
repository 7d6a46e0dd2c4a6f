import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_job_orders_interview_plan_mode" AS ENUM('phone', 'video', 'onsite');
  CREATE TYPE "public"."enum_interviews_proposed_by" AS ENUM('agency', 'client');
  CREATE TYPE "public"."enum_scorecards_recommendation" AS ENUM('strong_yes', 'yes', 'no', 'strong_no');
  CREATE TYPE "public"."enum_offers_decline_code" AS ENUM('pay', 'start', 'hours', 'location', 'role', 'other-offer', 'stays', 'personal', 'other');
  CREATE TABLE "job_orders_interview_plan" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"mode" "enum_job_orders_interview_plan_mode" DEFAULT 'video' NOT NULL,
  	"minutes" numeric DEFAULT 45 NOT NULL
  );
  
  CREATE TABLE "interviews_slots" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "interviews_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"client_contacts_id" uuid
  );
  
  CREATE TABLE "scorecards_ratings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"criterion" varchar NOT NULL,
  	"score" numeric,
  	"words" varchar
  );
  
  CREATE TABLE "scorecards" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"contact_id" uuid NOT NULL,
  	"recommendation" "enum_scorecards_recommendation" NOT NULL,
  	"mean" numeric,
  	"words" varchar,
  	"interview_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"given_at" timestamp(3) with time zone,
  	"taken_by_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "offer_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"client_id" uuid,
  	"min_margin_bp" numeric DEFAULT 0 NOT NULL,
  	"min_fee_bp" numeric DEFAULT 0 NOT NULL,
  	"is_over_pay_asked" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "job_orders_rels" ADD COLUMN "client_contacts_id" uuid;
  ALTER TABLE "interviews" ADD COLUMN "round" varchar;
  ALTER TABLE "interviews" ADD COLUMN "proposed_by" "enum_interviews_proposed_by" DEFAULT 'agency';
  ALTER TABLE "interviews" ADD COLUMN "is_group" boolean DEFAULT false;
  ALTER TABLE "interviews" ADD COLUMN "agreed_at" timestamp(3) with time zone;
  ALTER TABLE "interviews" ADD COLUMN "reminded_at" timestamp(3) with time zone;
  ALTER TABLE "interviews" ADD COLUMN "ended_at" timestamp(3) with time zone;
  ALTER TABLE "offers" ADD COLUMN "decline_code" "enum_offers_decline_code";
  ALTER TABLE "offers" ADD COLUMN "counter_pay_rate_e4" numeric;
  ALTER TABLE "offers" ADD COLUMN "counter_salary_minor" numeric;
  ALTER TABLE "offers" ADD COLUMN "counter_starts_on" varchar;
  ALTER TABLE "offers" ADD COLUMN "counter_hours_per_week_minutes" numeric;
  ALTER TABLE "offers" ADD COLUMN "counter_words" varchar;
  ALTER TABLE "offers" ADD COLUMN "open_for_days" numeric;
  ALTER TABLE "offers" ADD COLUMN "made_by_id" uuid;
  ALTER TABLE "offers" ADD COLUMN "approved_by_id" uuid;
  ALTER TABLE "offers" ADD COLUMN "approval_note" varchar;
  ALTER TABLE "offers" ADD COLUMN "approval_reasons" jsonb;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "offer_rules_id" uuid;
  ALTER TABLE "job_orders_interview_plan" ADD CONSTRAINT "job_orders_interview_plan_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."job_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "interviews_slots" ADD CONSTRAINT "interviews_slots_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "interviews_rels" ADD CONSTRAINT "interviews_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "interviews_rels" ADD CONSTRAINT "interviews_rels_client_contacts_fk" FOREIGN KEY ("client_contacts_id") REFERENCES "public"."client_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scorecards_ratings" ADD CONSTRAINT "scorecards_ratings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."scorecards"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offer_rules" ADD CONSTRAINT "offer_rules_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "job_orders_interview_plan_order_idx" ON "job_orders_interview_plan" USING btree ("_order");
  CREATE INDEX "job_orders_interview_plan_parent_id_idx" ON "job_orders_interview_plan" USING btree ("_parent_id");
  CREATE INDEX "interviews_slots_order_idx" ON "interviews_slots" USING btree ("_order");
  CREATE INDEX "interviews_slots_parent_id_idx" ON "interviews_slots" USING btree ("_parent_id");
  CREATE INDEX "interviews_rels_order_idx" ON "interviews_rels" USING btree ("order");
  CREATE INDEX "interviews_rels_parent_idx" ON "interviews_rels" USING btree ("parent_id");
  CREATE INDEX "interviews_rels_path_idx" ON "interviews_rels" USING btree ("path");
  CREATE INDEX "interviews_rels_client_contacts_id_idx" ON "interviews_rels" USING btree ("client_contacts_id");
  CREATE INDEX "scorecards_ratings_order_idx" ON "scorecards_ratings" USING btree ("_order");
  CREATE INDEX "scorecards_ratings_parent_id_idx" ON "scorecards_ratings" USING btree ("_parent_id");
  CREATE INDEX "scorecards_candidate_idx" ON "scorecards" USING btree ("candidate_id");
  CREATE INDEX "scorecards_contact_idx" ON "scorecards" USING btree ("contact_id");
  CREATE INDEX "scorecards_interview_idx" ON "scorecards" USING btree ("interview_id");
  CREATE INDEX "scorecards_job_order_idx" ON "scorecards" USING btree ("job_order_id");
  CREATE INDEX "scorecards_client_idx" ON "scorecards" USING btree ("client_id");
  CREATE INDEX "scorecards_updated_at_idx" ON "scorecards" USING btree ("updated_at");
  CREATE INDEX "scorecards_created_at_idx" ON "scorecards" USING btree ("created_at");
  CREATE UNIQUE INDEX "interview_contact_idx" ON "scorecards" USING btree ("interview_id","contact_id");
  CREATE INDEX "offer_rules_client_idx" ON "offer_rules" USING btree ("client_id");
  CREATE INDEX "offer_rules_updated_at_idx" ON "offer_rules" USING btree ("updated_at");
  CREATE INDEX "offer_rules_created_at_idx" ON "offer_rules" USING btree ("created_at");
  ALTER TABLE "job_orders_rels" ADD CONSTRAINT "job_orders_rels_client_contacts_fk" FOREIGN KEY ("client_contacts_id") REFERENCES "public"."client_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_made_by_id_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_offer_rules_fk" FOREIGN KEY ("offer_rules_id") REFERENCES "public"."offer_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "job_orders_rels_client_contacts_id_idx" ON "job_orders_rels" USING btree ("client_contacts_id");
  CREATE INDEX "offers_made_by_idx" ON "offers" USING btree ("made_by_id");
  CREATE INDEX "offers_approved_by_idx" ON "offers" USING btree ("approved_by_id");
  CREATE INDEX "payload_locked_documents_rels_offer_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("offer_rules_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "job_orders_interview_plan" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "interviews_slots" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "interviews_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "scorecards_ratings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "scorecards" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "offer_rules" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "job_orders_interview_plan" CASCADE;
  DROP TABLE "interviews_slots" CASCADE;
  DROP TABLE "interviews_rels" CASCADE;
  DROP TABLE "scorecards_ratings" CASCADE;
  DROP TABLE "scorecards" CASCADE;
  DROP TABLE "offer_rules" CASCADE;
  ALTER TABLE "job_orders_rels" DROP CONSTRAINT "job_orders_rels_client_contacts_fk";
  
  ALTER TABLE "offers" DROP CONSTRAINT "offers_made_by_id_users_id_fk";
  
  ALTER TABLE "offers" DROP CONSTRAINT "offers_approved_by_id_users_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_offer_rules_fk";
  
  DROP INDEX "job_orders_rels_client_contacts_id_idx";
  DROP INDEX "offers_made_by_idx";
  DROP INDEX "offers_approved_by_idx";
  DROP INDEX "payload_locked_documents_rels_offer_rules_id_idx";
  ALTER TABLE "job_orders_rels" DROP COLUMN "client_contacts_id";
  ALTER TABLE "interviews" DROP COLUMN "round";
  ALTER TABLE "interviews" DROP COLUMN "proposed_by";
  ALTER TABLE "interviews" DROP COLUMN "is_group";
  ALTER TABLE "interviews" DROP COLUMN "agreed_at";
  ALTER TABLE "interviews" DROP COLUMN "reminded_at";
  ALTER TABLE "interviews" DROP COLUMN "ended_at";
  ALTER TABLE "offers" DROP COLUMN "decline_code";
  ALTER TABLE "offers" DROP COLUMN "counter_pay_rate_e4";
  ALTER TABLE "offers" DROP COLUMN "counter_salary_minor";
  ALTER TABLE "offers" DROP COLUMN "counter_starts_on";
  ALTER TABLE "offers" DROP COLUMN "counter_hours_per_week_minutes";
  ALTER TABLE "offers" DROP COLUMN "counter_words";
  ALTER TABLE "offers" DROP COLUMN "open_for_days";
  ALTER TABLE "offers" DROP COLUMN "made_by_id";
  ALTER TABLE "offers" DROP COLUMN "approved_by_id";
  ALTER TABLE "offers" DROP COLUMN "approval_note";
  ALTER TABLE "offers" DROP COLUMN "approval_reasons";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "offer_rules_id";
  DROP TYPE "public"."enum_job_orders_interview_plan_mode";
  DROP TYPE "public"."enum_interviews_proposed_by";
  DROP TYPE "public"."enum_scorecards_recommendation";
  DROP TYPE "public"."enum_offers_decline_code";`)
}
