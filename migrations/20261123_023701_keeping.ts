import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_candidates_keep_ground" AS ENUM('process', 'consent', 'dealings', 'interest', 'withdrawn', 'refused');
  ALTER TYPE "public"."enum_submissions_source" ADD VALUE 'program' BEFORE 'staff';
  ALTER TYPE "public"."enum_retention_rules_data_class" ADD VALUE 'consents' BEFORE 'profiles';
  ALTER TYPE "public"."enum_retention_rules_data_class" ADD VALUE 'interest' BEFORE 'profiles';
  ALTER TYPE "public"."enum_retention_rules_data_class" ADD VALUE 'ended' BEFORE 'profiles';
  ALTER TYPE "public"."enum_retention_rules_data_class" ADD VALUE 'eeo' BEFORE 'audit';
  ALTER TYPE "public"."enum_retention_rules_data_class" ADD VALUE 'references' BEFORE 'audit';
  ALTER TABLE "candidates" ADD COLUMN "unusable_since" timestamp(3) with time zone;
  ALTER TABLE "candidates" ADD COLUMN "keep_until_on" varchar;
  ALTER TABLE "candidates" ADD COLUMN "keep_ground" "enum_candidates_keep_ground";
  ALTER TABLE "candidates" ADD COLUMN "keep_asked_at" timestamp(3) with time zone;
  ALTER TABLE "candidates" ADD COLUMN "keep_refused_at" timestamp(3) with time zone;
  ALTER TABLE "retention_rules" ADD COLUMN "ask_days_before" numeric DEFAULT 30;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "submissions" ALTER COLUMN "source" SET DATA TYPE text;
  ALTER TABLE "submissions" ALTER COLUMN "source" SET DEFAULT 'staff'::text;
  DROP TYPE "public"."enum_submissions_source";
  CREATE TYPE "public"."enum_submissions_source" AS ENUM('site', 'staff', 'import');
  ALTER TABLE "submissions" ALTER COLUMN "source" SET DEFAULT 'staff'::"public"."enum_submissions_source";
  ALTER TABLE "submissions" ALTER COLUMN "source" SET DATA TYPE "public"."enum_submissions_source" USING "source"::"public"."enum_submissions_source";
  ALTER TABLE "retention_rules" ALTER COLUMN "data_class" SET DATA TYPE text;
  DROP TYPE "public"."enum_retention_rules_data_class";
  CREATE TYPE "public"."enum_retention_rules_data_class" AS ENUM('profiles', 'recruiting', 'mail', 'audit', 'work');
  ALTER TABLE "retention_rules" ALTER COLUMN "data_class" SET DATA TYPE "public"."enum_retention_rules_data_class" USING "data_class"::"public"."enum_retention_rules_data_class";
  ALTER TABLE "candidates" DROP COLUMN "unusable_since";
  ALTER TABLE "candidates" DROP COLUMN "keep_until_on";
  ALTER TABLE "candidates" DROP COLUMN "keep_ground";
  ALTER TABLE "candidates" DROP COLUMN "keep_asked_at";
  ALTER TABLE "candidates" DROP COLUMN "keep_refused_at";
  ALTER TABLE "retention_rules" DROP COLUMN "ask_days_before";
  DROP TYPE "public"."enum_candidates_keep_ground";`)
}
