import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_legal_texts_purpose" AS ENUM('application', 'talent-pool', 'marketing');
  CREATE TYPE "public"."enum_retention_rules_data_class" AS ENUM('profiles', 'recruiting', 'mail', 'audit', 'work');
  CREATE TYPE "public"."enum_erasures_person_kind" AS ENUM('candidate', 'client-contact');
  CREATE TYPE "public"."enum_erasures_ground" AS ENUM('asked', 'retention', 'mistake');
  CREATE TABLE "legal_texts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"purpose" "enum_legal_texts_purpose" NOT NULL,
  	"language" varchar DEFAULT 'en' NOT NULL,
  	"version" varchar NOT NULL,
  	"effective_from_on" varchar NOT NULL,
  	"text" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "legal_holds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid,
  	"contact_id" uuid,
  	"reason" varchar NOT NULL,
  	"placed_by_name" varchar NOT NULL,
  	"released_at" timestamp(3) with time zone,
  	"released_by_name" varchar,
  	"release_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "retention_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"data_class" "enum_retention_rules_data_class" NOT NULL,
  	"keep_months" numeric NOT NULL,
  	"basis" varchar NOT NULL,
  	"is_on" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "data_archives" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid,
  	"contact_id" uuid,
  	"asked_by_name" varchar NOT NULL,
  	"taken_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "erasures" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"person_kind" "enum_erasures_person_kind" NOT NULL,
  	"person_id" varchar NOT NULL,
  	"ground" "enum_erasures_ground" NOT NULL,
  	"erased_at" timestamp(3) with time zone NOT NULL,
  	"name_kept_until_on" varchar,
  	"tables" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "consents" ADD COLUMN "legal_text_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "legal_texts_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "retention_rules_id" uuid;
  ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "data_archives" ADD CONSTRAINT "data_archives_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "data_archives" ADD CONSTRAINT "data_archives_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "legal_texts_purpose_idx" ON "legal_texts" USING btree ("purpose");
  CREATE INDEX "legal_texts_updated_at_idx" ON "legal_texts" USING btree ("updated_at");
  CREATE INDEX "legal_texts_created_at_idx" ON "legal_texts" USING btree ("created_at");
  CREATE INDEX "legal_holds_candidate_idx" ON "legal_holds" USING btree ("candidate_id");
  CREATE INDEX "legal_holds_contact_idx" ON "legal_holds" USING btree ("contact_id");
  CREATE INDEX "legal_holds_updated_at_idx" ON "legal_holds" USING btree ("updated_at");
  CREATE INDEX "legal_holds_created_at_idx" ON "legal_holds" USING btree ("created_at");
  CREATE UNIQUE INDEX "retention_rules_data_class_idx" ON "retention_rules" USING btree ("data_class");
  CREATE INDEX "retention_rules_updated_at_idx" ON "retention_rules" USING btree ("updated_at");
  CREATE INDEX "retention_rules_created_at_idx" ON "retention_rules" USING btree ("created_at");
  CREATE INDEX "data_archives_candidate_idx" ON "data_archives" USING btree ("candidate_id");
  CREATE INDEX "data_archives_contact_idx" ON "data_archives" USING btree ("contact_id");
  CREATE INDEX "data_archives_updated_at_idx" ON "data_archives" USING btree ("updated_at");
  CREATE INDEX "data_archives_created_at_idx" ON "data_archives" USING btree ("created_at");
  CREATE INDEX "erasures_person_id_idx" ON "erasures" USING btree ("person_id");
  CREATE INDEX "erasures_updated_at_idx" ON "erasures" USING btree ("updated_at");
  CREATE INDEX "erasures_created_at_idx" ON "erasures" USING btree ("created_at");
  ALTER TABLE "consents" ADD CONSTRAINT "consents_legal_text_id_legal_texts_id_fk" FOREIGN KEY ("legal_text_id") REFERENCES "public"."legal_texts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_legal_texts_fk" FOREIGN KEY ("legal_texts_id") REFERENCES "public"."legal_texts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_retention_rules_fk" FOREIGN KEY ("retention_rules_id") REFERENCES "public"."retention_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "consents_legal_text_idx" ON "consents" USING btree ("legal_text_id");
  CREATE INDEX "payload_locked_documents_rels_legal_texts_id_idx" ON "payload_locked_documents_rels" USING btree ("legal_texts_id");
  CREATE INDEX "payload_locked_documents_rels_retention_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("retention_rules_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "legal_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "legal_holds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "retention_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "data_archives" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "erasures" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "legal_texts" CASCADE;
  DROP TABLE "legal_holds" CASCADE;
  DROP TABLE "retention_rules" CASCADE;
  DROP TABLE "data_archives" CASCADE;
  DROP TABLE "erasures" CASCADE;
  ALTER TABLE "consents" DROP CONSTRAINT "consents_legal_text_id_legal_texts_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_legal_texts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_retention_rules_fk";
  
  DROP INDEX "consents_legal_text_idx";
  DROP INDEX "payload_locked_documents_rels_legal_texts_id_idx";
  DROP INDEX "payload_locked_documents_rels_retention_rules_id_idx";
  ALTER TABLE "consents" DROP COLUMN "legal_text_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "legal_texts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "retention_rules_id";
  DROP TYPE "public"."enum_legal_texts_purpose";
  DROP TYPE "public"."enum_retention_rules_data_class";
  DROP TYPE "public"."enum_erasures_person_kind";
  DROP TYPE "public"."enum_erasures_ground";`)
}
