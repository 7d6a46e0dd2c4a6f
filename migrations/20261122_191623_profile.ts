import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_candidates_languages_language" AS ENUM('ab', 'aa', 'af', 'ak', 'tw', 'sq', 'am', 'ar', 'an', 'hy', 'as', 'av', 'ay', 'az', 'bm', 'bn', 'ba', 'eu', 'be', 'bi', 'bs', 'br', 'bg', 'my', 'ca', 'ch', 'ce', 'zh', 'cv', 'kw', 'co', 'cr', 'hr', 'cs', 'da', 'dv', 'nl', 'dz', 'en', 'eo', 'et', 'ee', 'fo', 'fj', 'tl', 'fi', 'fr', 'ff', 'gl', 'lg', 'ka', 'de', 'el', 'gn', 'gu', 'ht', 'ha', 'he', 'hz', 'hi', 'ho', 'hu', 'is', 'io', 'ig', 'id', 'ia', 'ie', 'iu', 'ik', 'ga', 'it', 'ja', 'jv', 'kl', 'kn', 'kr', 'ks', 'kk', 'km', 'ki', 'rw', 'kv', 'kg', 'ko', 'kj', 'ku', 'ky', 'lo', 'la', 'lv', 'li', 'ln', 'lt', 'lu', 'lb', 'mk', 'mg', 'ms', 'ml', 'mt', 'gv', 'mi', 'mr', 'mh', 'mn', 'na', 'nv', 'ng', 'ne', 'nd', 'se', 'no', 'nb', 'nn', 'ny', 'oc', 'or', 'oj', 'om', 'os', 'pi', 'ps', 'fa', 'pl', 'pt', 'pa', 'qu', 'ro', 'rm', 'rn', 'ru', 'sm', 'sg', 'sa', 'sc', 'gd', 'sr', 'sn', 'ii', 'sd', 'si', 'sk', 'sl', 'so', 'nr', 'st', 'es', 'su', 'sw', 'ss', 'sv', 'ty', 'tg', 'ta', 'tt', 'te', 'th', 'bo', 'ti', 'to', 'ts', 'tn', 'tr', 'tk', 'uk', 'ur', 'ug', 'uz', 've', 'vi', 'vo', 'wa', 'cy', 'fy', 'wo', 'xh', 'yi', 'yo', 'za', 'zu');
  CREATE TYPE "public"."enum_candidates_languages_level" AS ENUM('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native');
  CREATE TYPE "public"."enum_candidates_employment_types" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_candidates_availability_kind" AS ENUM('available', 'unavailable');
  CREATE TYPE "public"."enum_skills_category" AS ENUM('healthcare', 'office', 'industrial', 'engineering', 'it', 'hospitality', 'other');
  CREATE TABLE "candidates_languages" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"language" "enum_candidates_languages_language" NOT NULL,
  	"level" "enum_candidates_languages_level"
  );
  
  CREATE TABLE "candidates_expertise" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"skill_id" uuid NOT NULL,
  	"years" numeric,
  	"last_used_year" numeric
  );
  
  CREATE TABLE "candidates_employment_types" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_candidates_employment_types",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "candidates_work_history" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"employer" varchar,
  	"place" varchar,
  	"started_in" varchar,
  	"ended_in" varchar,
  	"description" varchar
  );
  
  CREATE TABLE "candidates_education" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"institution" varchar,
  	"degree" varchar,
  	"subject" varchar,
  	"ended_in" numeric
  );
  
  CREATE TABLE "candidates_availability" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_candidates_availability_kind" DEFAULT 'available' NOT NULL,
  	"from" varchar NOT NULL,
  	"to" varchar,
  	"note" varchar
  );
  
  CREATE TABLE "skills" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"category" "enum_skills_category" DEFAULT 'other' NOT NULL,
  	"number" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "skills_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "candidates" ADD COLUMN "postcode" varchar;
  ALTER TABLE "candidates" ADD COLUMN "latitude" numeric;
  ALTER TABLE "candidates" ADD COLUMN "longitude" numeric;
  ALTER TABLE "candidates" ADD COLUMN "desired_salary_minor" numeric;
  ALTER TABLE "candidates" ADD COLUMN "max_distance_km" numeric;
  ALTER TABLE "candidates" ADD COLUMN "will_relocate" boolean;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "skills_id" uuid;
  ALTER TABLE "candidates_languages" ADD CONSTRAINT "candidates_languages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_expertise" ADD CONSTRAINT "candidates_expertise_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidates_expertise" ADD CONSTRAINT "candidates_expertise_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_employment_types" ADD CONSTRAINT "candidates_employment_types_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_work_history" ADD CONSTRAINT "candidates_work_history_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_education" ADD CONSTRAINT "candidates_education_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_availability" ADD CONSTRAINT "candidates_availability_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "skills_texts" ADD CONSTRAINT "skills_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "candidates_languages_order_idx" ON "candidates_languages" USING btree ("_order");
  CREATE INDEX "candidates_languages_parent_id_idx" ON "candidates_languages" USING btree ("_parent_id");
  CREATE INDEX "candidates_expertise_order_idx" ON "candidates_expertise" USING btree ("_order");
  CREATE INDEX "candidates_expertise_parent_id_idx" ON "candidates_expertise" USING btree ("_parent_id");
  CREATE INDEX "candidates_expertise_skill_idx" ON "candidates_expertise" USING btree ("skill_id");
  CREATE INDEX "candidates_employment_types_order_idx" ON "candidates_employment_types" USING btree ("order");
  CREATE INDEX "candidates_employment_types_parent_idx" ON "candidates_employment_types" USING btree ("parent_id");
  CREATE INDEX "candidates_work_history_order_idx" ON "candidates_work_history" USING btree ("_order");
  CREATE INDEX "candidates_work_history_parent_id_idx" ON "candidates_work_history" USING btree ("_parent_id");
  CREATE INDEX "candidates_education_order_idx" ON "candidates_education" USING btree ("_order");
  CREATE INDEX "candidates_education_parent_id_idx" ON "candidates_education" USING btree ("_parent_id");
  CREATE INDEX "candidates_availability_order_idx" ON "candidates_availability" USING btree ("_order");
  CREATE INDEX "candidates_availability_parent_id_idx" ON "candidates_availability" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "skills_name_idx" ON "skills" USING btree ("name");
  CREATE INDEX "skills_category_idx" ON "skills" USING btree ("category");
  CREATE UNIQUE INDEX "skills_number_idx" ON "skills" USING btree ("number");
  CREATE INDEX "skills_updated_at_idx" ON "skills" USING btree ("updated_at");
  CREATE INDEX "skills_created_at_idx" ON "skills" USING btree ("created_at");
  CREATE INDEX "skills_texts_order_parent" ON "skills_texts" USING btree ("order","parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_skills_fk" FOREIGN KEY ("skills_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_skills_id_idx" ON "payload_locked_documents_rels" USING btree ("skills_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "candidates_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidates_expertise" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidates_employment_types" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidates_work_history" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidates_education" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "candidates_availability" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "skills" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "skills_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "candidates_languages" CASCADE;
  DROP TABLE "candidates_expertise" CASCADE;
  DROP TABLE "candidates_employment_types" CASCADE;
  DROP TABLE "candidates_work_history" CASCADE;
  DROP TABLE "candidates_education" CASCADE;
  DROP TABLE "candidates_availability" CASCADE;
  DROP TABLE "skills" CASCADE;
  DROP TABLE "skills_texts" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_skills_fk";
  
  DROP INDEX "payload_locked_documents_rels_skills_id_idx";
  ALTER TABLE "candidates" DROP COLUMN "postcode";
  ALTER TABLE "candidates" DROP COLUMN "latitude";
  ALTER TABLE "candidates" DROP COLUMN "longitude";
  ALTER TABLE "candidates" DROP COLUMN "desired_salary_minor";
  ALTER TABLE "candidates" DROP COLUMN "max_distance_km";
  ALTER TABLE "candidates" DROP COLUMN "will_relocate";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "skills_id";
  DROP TYPE "public"."enum_candidates_languages_language";
  DROP TYPE "public"."enum_candidates_languages_level";
  DROP TYPE "public"."enum_candidates_employment_types";
  DROP TYPE "public"."enum_candidates_availability_kind";
  DROP TYPE "public"."enum_skills_category";`)
}
