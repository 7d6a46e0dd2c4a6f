import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "brands" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"legal_entity_id" uuid,
  	"is_default" boolean DEFAULT false,
  	"sender_name" varchar NOT NULL,
  	"sender_address" varchar NOT NULL,
  	"reply_to" varchar,
  	"footer" varchar,
  	"accent_colour" varchar DEFAULT '#14524d' NOT NULL,
  	"logo_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "job_orders" ADD COLUMN "brand_id" uuid;
  ALTER TABLE "sites" ADD COLUMN "brand_id" uuid;
  ALTER TABLE "outbound_mails" ADD COLUMN "brand_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "brands_id" uuid;
  ALTER TABLE "brands" ADD CONSTRAINT "brands_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "brands" ADD CONSTRAINT "brands_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "brands_name_idx" ON "brands" USING btree ("name");
  CREATE INDEX "brands_legal_entity_idx" ON "brands" USING btree ("legal_entity_id");
  CREATE INDEX "brands_logo_idx" ON "brands" USING btree ("logo_id");
  CREATE INDEX "brands_updated_at_idx" ON "brands" USING btree ("updated_at");
  CREATE INDEX "brands_created_at_idx" ON "brands" USING btree ("created_at");
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites" ADD CONSTRAINT "sites_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "outbound_mails" ADD CONSTRAINT "outbound_mails_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "job_orders_brand_idx" ON "job_orders" USING btree ("brand_id");
  CREATE INDEX "sites_brand_idx" ON "sites" USING btree ("brand_id");
  CREATE INDEX "outbound_mails_brand_idx" ON "outbound_mails" USING btree ("brand_id");
  CREATE INDEX "payload_locked_documents_rels_brands_id_idx" ON "payload_locked_documents_rels" USING btree ("brands_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "brands" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "brands" CASCADE;
  ALTER TABLE "job_orders" DROP CONSTRAINT "job_orders_brand_id_brands_id_fk";
  
  ALTER TABLE "sites" DROP CONSTRAINT "sites_brand_id_brands_id_fk";
  
  ALTER TABLE "outbound_mails" DROP CONSTRAINT "outbound_mails_brand_id_brands_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_brands_fk";
  
  DROP INDEX "job_orders_brand_idx";
  DROP INDEX "sites_brand_idx";
  DROP INDEX "outbound_mails_brand_idx";
  DROP INDEX "payload_locked_documents_rels_brands_id_idx";
  ALTER TABLE "job_orders" DROP COLUMN "brand_id";
  ALTER TABLE "sites" DROP COLUMN "brand_id";
  ALTER TABLE "outbound_mails" DROP COLUMN "brand_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "brands_id";`)
}
