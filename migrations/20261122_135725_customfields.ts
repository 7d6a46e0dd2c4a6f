import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_field_definitions_type" AS ENUM('text', 'longText', 'number', 'money', 'day', 'yesNo', 'choice', 'choices', 'link', 'person');
  CREATE TABLE "field_definitions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"applies_to" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"label" varchar NOT NULL,
  	"help" varchar,
  	"type" "enum_field_definitions_type" NOT NULL,
  	"options" jsonb,
  	"currency" varchar,
  	"person_kind" varchar,
  	"is_required" boolean DEFAULT false,
  	"required_in" jsonb,
  	"show_when" jsonb,
  	"read_permission" varchar,
  	"write_permission" varchar,
  	"is_in_list" boolean DEFAULT false,
  	"position" numeric NOT NULL,
  	"is_removed" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "job_orders" ADD COLUMN "custom" jsonb;
  ALTER TABLE "candidates" ADD COLUMN "custom" jsonb;
  ALTER TABLE "client_corporations" ADD COLUMN "custom" jsonb;
  ALTER TABLE "client_contacts" ADD COLUMN "custom" jsonb;
  ALTER TABLE "placements" ADD COLUMN "custom" jsonb;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "field_definitions_id" uuid;
  CREATE INDEX "field_definitions_updated_at_idx" ON "field_definitions" USING btree ("updated_at");
  CREATE INDEX "field_definitions_created_at_idx" ON "field_definitions" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_field_definitions_fk" FOREIGN KEY ("field_definitions_id") REFERENCES "public"."field_definitions"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_field_definitions_id_idx" ON "payload_locked_documents_rels" USING btree ("field_definitions_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "field_definitions" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "field_definitions" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_field_definitions_fk";
  
  DROP INDEX "payload_locked_documents_rels_field_definitions_id_idx";
  ALTER TABLE "job_orders" DROP COLUMN "custom";
  ALTER TABLE "candidates" DROP COLUMN "custom";
  ALTER TABLE "client_corporations" DROP COLUMN "custom";
  ALTER TABLE "client_contacts" DROP COLUMN "custom";
  ALTER TABLE "placements" DROP COLUMN "custom";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "field_definitions_id";
  DROP TYPE "public"."enum_field_definitions_type";`)
}
