import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_job_orders_fee_kind" AS ENUM('percent', 'flat', 'retained', 'hourly');
  CREATE TYPE "public"."enum_job_orders_guarantee" AS ENUM('none', 'replacement', 'banded', 'pro_rata');
  CREATE TYPE "public"."enum_job_orders_urgency" AS ENUM('dated', 'asap', 'open');
  CREATE TYPE "public"."enum_job_orders_vacancy_approval" AS ENUM('unknown', 'approved', 'refused');
  CREATE TYPE "public"."enum_job_orders_advert_check" AS ENUM('unknown', 'lawful', 'unlawful');
  CREATE TYPE "public"."enum_job_orders_grade" AS ENUM('A', 'B', 'C');
  CREATE TYPE "public"."enum_job_orders_override_grade" AS ENUM('A', 'B', 'C');
  CREATE TYPE "public"."enum_qualifications_grade" AS ENUM('A', 'B', 'C');
  CREATE TYPE "public"."enum_qualifications_grade_before" AS ENUM('A', 'B', 'C');
  CREATE TYPE "public"."enum_qualifications_trigger" AS ENUM('qualified', 'activated', 'asked', 'terms_changed', 'no_interview', 'late_feedback', 'at_rest', 'pool_exhausted', 'fast_client', 'settled', 'override', 'override_ended');
  CREATE TYPE "public"."enum_client_corporations_terms_cover" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_client_corporations_tier" AS ENUM('key', 'standard', 'occasional');
  CREATE TYPE "public"."enum_client_corporations_payment_habit" AS ENUM('in_time', 'late');
  CREATE TABLE "qualifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"grade" "enum_qualifications_grade" NOT NULL,
  	"score" numeric NOT NULL,
  	"grade_before" "enum_qualifications_grade_before",
  	"score_before" numeric,
  	"trigger" "enum_qualifications_trigger" NOT NULL,
  	"reason" varchar,
  	"gates" jsonb NOT NULL,
  	"parts" jsonb NOT NULL,
  	"signs" jsonb NOT NULL,
  	"expected_value_minor" numeric,
  	"currency" varchar NOT NULL,
  	"by_id" uuid,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "client_corporations_terms_cover" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_client_corporations_terms_cover",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "job_orders" ADD COLUMN "category" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "fee_kind" "enum_job_orders_fee_kind";
  ALTER TABLE "job_orders" ADD COLUMN "burden_bp" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "guarantee" "enum_job_orders_guarantee";
  ALTER TABLE "job_orders" ADD COLUMN "guarantee_days" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "exclusivity_until_on" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "competing_agencies" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "purchase_order" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "cost_center" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "planned_effort_minutes" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "urgency" "enum_job_orders_urgency";
  ALTER TABLE "job_orders" ADD COLUMN "open_since_on" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "consequence" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "has_searched_internally" boolean DEFAULT false;
  ALTER TABLE "job_orders" ADD COLUMN "decision_maker_id" uuid;
  ALTER TABLE "job_orders" ADD COLUMN "vacancy_approval" "enum_job_orders_vacancy_approval" DEFAULT 'unknown';
  ALTER TABLE "job_orders" ADD COLUMN "advert_check" "enum_job_orders_advert_check" DEFAULT 'unknown';
  ALTER TABLE "job_orders" ADD COLUMN "interview_slots" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "feedback_sla_hours" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "pay_p25_rate_e4" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "pay_p50_rate_e4" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "salary_p25_minor" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "salary_p50_minor" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "pay_exception" varchar;
  ALTER TABLE "job_orders" ADD COLUMN "grade" "enum_job_orders_grade";
  ALTER TABLE "job_orders" ADD COLUMN "score" numeric;
  ALTER TABLE "job_orders" ADD COLUMN "expected_value_minor" numeric DEFAULT 0;
  ALTER TABLE "job_orders" ADD COLUMN "graded_at" timestamp(3) with time zone;
  ALTER TABLE "job_orders" ADD COLUMN "override_grade" "enum_job_orders_override_grade";
  ALTER TABLE "job_orders" ADD COLUMN "override_until" timestamp(3) with time zone;
  ALTER TABLE "client_corporations" ADD COLUMN "tier" "enum_client_corporations_tier" DEFAULT 'standard';
  ALTER TABLE "client_corporations" ADD COLUMN "terms_signed_on" varchar;
  ALTER TABLE "client_corporations" ADD COLUMN "terms_valid_until_on" varchar;
  ALTER TABLE "client_corporations" ADD COLUMN "payment_habit" "enum_client_corporations_payment_habit";
  ALTER TABLE "legal_entities" ADD COLUMN "hour_cost_minor" numeric DEFAULT 5000;
  ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_corporations_terms_cover" ADD CONSTRAINT "client_corporations_terms_cover_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."client_corporations"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "qualifications_job_order_idx" ON "qualifications" USING btree ("job_order_id");
  CREATE INDEX "qualifications_by_idx" ON "qualifications" USING btree ("by_id");
  CREATE INDEX "qualifications_updated_at_idx" ON "qualifications" USING btree ("updated_at");
  CREATE INDEX "qualifications_created_at_idx" ON "qualifications" USING btree ("created_at");
  CREATE INDEX "client_corporations_terms_cover_order_idx" ON "client_corporations_terms_cover" USING btree ("order");
  CREATE INDEX "client_corporations_terms_cover_parent_idx" ON "client_corporations_terms_cover" USING btree ("parent_id");
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_decision_maker_id_client_contacts_id_fk" FOREIGN KEY ("decision_maker_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "job_orders_decision_maker_idx" ON "job_orders" USING btree ("decision_maker_id");
  CREATE INDEX "job_orders_grade_idx" ON "job_orders" USING btree ("grade");
  CREATE INDEX "job_orders_expected_value_minor_idx" ON "job_orders" USING btree ("expected_value_minor");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "qualifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "client_corporations_terms_cover" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "qualifications" CASCADE;
  DROP TABLE "client_corporations_terms_cover" CASCADE;
  ALTER TABLE "job_orders" DROP CONSTRAINT "job_orders_decision_maker_id_client_contacts_id_fk";
  
  DROP INDEX "job_orders_decision_maker_idx";
  DROP INDEX "job_orders_grade_idx";
  DROP INDEX "job_orders_expected_value_minor_idx";
  ALTER TABLE "job_orders" DROP COLUMN "category";
  ALTER TABLE "job_orders" DROP COLUMN "fee_kind";
  ALTER TABLE "job_orders" DROP COLUMN "burden_bp";
  ALTER TABLE "job_orders" DROP COLUMN "guarantee";
  ALTER TABLE "job_orders" DROP COLUMN "guarantee_days";
  ALTER TABLE "job_orders" DROP COLUMN "exclusivity_until_on";
  ALTER TABLE "job_orders" DROP COLUMN "competing_agencies";
  ALTER TABLE "job_orders" DROP COLUMN "purchase_order";
  ALTER TABLE "job_orders" DROP COLUMN "cost_center";
  ALTER TABLE "job_orders" DROP COLUMN "planned_effort_minutes";
  ALTER TABLE "job_orders" DROP COLUMN "urgency";
  ALTER TABLE "job_orders" DROP COLUMN "open_since_on";
  ALTER TABLE "job_orders" DROP COLUMN "consequence";
  ALTER TABLE "job_orders" DROP COLUMN "has_searched_internally";
  ALTER TABLE "job_orders" DROP COLUMN "decision_maker_id";
  ALTER TABLE "job_orders" DROP COLUMN "vacancy_approval";
  ALTER TABLE "job_orders" DROP COLUMN "advert_check";
  ALTER TABLE "job_orders" DROP COLUMN "interview_slots";
  ALTER TABLE "job_orders" DROP COLUMN "feedback_sla_hours";
  ALTER TABLE "job_orders" DROP COLUMN "pay_p25_rate_e4";
  ALTER TABLE "job_orders" DROP COLUMN "pay_p50_rate_e4";
  ALTER TABLE "job_orders" DROP COLUMN "salary_p25_minor";
  ALTER TABLE "job_orders" DROP COLUMN "salary_p50_minor";
  ALTER TABLE "job_orders" DROP COLUMN "pay_exception";
  ALTER TABLE "job_orders" DROP COLUMN "grade";
  ALTER TABLE "job_orders" DROP COLUMN "score";
  ALTER TABLE "job_orders" DROP COLUMN "expected_value_minor";
  ALTER TABLE "job_orders" DROP COLUMN "graded_at";
  ALTER TABLE "job_orders" DROP COLUMN "override_grade";
  ALTER TABLE "job_orders" DROP COLUMN "override_until";
  ALTER TABLE "client_corporations" DROP COLUMN "tier";
  ALTER TABLE "client_corporations" DROP COLUMN "terms_signed_on";
  ALTER TABLE "client_corporations" DROP COLUMN "terms_valid_until_on";
  ALTER TABLE "client_corporations" DROP COLUMN "payment_habit";
  ALTER TABLE "legal_entities" DROP COLUMN "hour_cost_minor";
  DROP TYPE "public"."enum_job_orders_fee_kind";
  DROP TYPE "public"."enum_job_orders_guarantee";
  DROP TYPE "public"."enum_job_orders_urgency";
  DROP TYPE "public"."enum_job_orders_vacancy_approval";
  DROP TYPE "public"."enum_job_orders_advert_check";
  DROP TYPE "public"."enum_job_orders_grade";
  DROP TYPE "public"."enum_job_orders_override_grade";
  DROP TYPE "public"."enum_qualifications_grade";
  DROP TYPE "public"."enum_qualifications_grade_before";
  DROP TYPE "public"."enum_qualifications_trigger";
  DROP TYPE "public"."enum_client_corporations_terms_cover";
  DROP TYPE "public"."enum_client_corporations_tier";
  DROP TYPE "public"."enum_client_corporations_payment_habit";`)
}
