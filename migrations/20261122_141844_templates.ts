import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "message_templates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"opening" varchar NOT NULL,
  	"ending" varchar,
  	"button" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "outbound_mails" ADD COLUMN "message_kind" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "merged" jsonb;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "message_templates_id" uuid;
  CREATE UNIQUE INDEX "message_templates_kind_idx" ON "message_templates" USING btree ("kind");
  CREATE INDEX "message_templates_updated_at_idx" ON "message_templates" USING btree ("updated_at");
  CREATE INDEX "message_templates_created_at_idx" ON "message_templates" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_message_templates_fk" FOREIGN KEY ("message_templates_id") REFERENCES "public"."message_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "outbound_mails_message_kind_idx" ON "outbound_mails" USING btree ("message_kind");
  CREATE INDEX "payload_locked_documents_rels_message_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("message_templates_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "message_templates" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "message_templates" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_message_templates_fk";
  
  DROP INDEX "outbound_mails_message_kind_idx";
  DROP INDEX "payload_locked_documents_rels_message_templates_id_idx";
  ALTER TABLE "outbound_mails" DROP COLUMN "message_kind";
  ALTER TABLE "outbound_mails" DROP COLUMN "merged";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "message_templates_id";`)
}
