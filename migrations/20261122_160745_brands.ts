import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_labels_kinds" AS ENUM('candidates', 'client-corporations', 'client-contacts', 'job-orders', 'placements');
  CREATE TABLE "candidates_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"labels_id" uuid
  );
  
  CREATE TABLE "client_corporations_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"labels_id" uuid
  );
  
  CREATE TABLE "client_contacts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"labels_id" uuid
  );
  
  CREATE TABLE "placements_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"labels_id" uuid
  );
  
  CREATE TABLE "labels_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_labels_kinds",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "labels" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"colour" varchar DEFAULT '#1f6feb' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "job_orders_rels" ADD COLUMN "labels_id" uuid;
  ALTER TABLE "candidates_rels" ADD CONSTRAINT "candidates_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "candidates_rels" ADD CONSTRAINT "candidates_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "client_corporations_rels" ADD CONSTRAINT "client_corporations_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."client_corporations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "client_corporations_rels" ADD CONSTRAINT "client_corporations_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "client_contacts_rels" ADD CONSTRAINT "client_contacts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."client_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "client_contacts_rels" ADD CONSTRAINT "client_contacts_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "placements_rels" ADD CONSTRAINT "placements_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."placements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "placements_rels" ADD CONSTRAINT "placements_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "labels_kinds" ADD CONSTRAINT "labels_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "candidates_rels_order_idx" ON "candidates_rels" USING btree ("order");
  CREATE INDEX "candidates_rels_parent_idx" ON "candidates_rels" USING btree ("parent_id");
  CREATE INDEX "candidates_rels_path_idx" ON "candidates_rels" USING btree ("path");
  CREATE INDEX "candidates_rels_labels_id_idx" ON "candidates_rels" USING btree ("labels_id");
  CREATE INDEX "client_corporations_rels_order_idx" ON "client_corporations_rels" USING btree ("order");
  CREATE INDEX "client_corporations_rels_parent_idx" ON "client_corporations_rels" USING btree ("parent_id");
  CREATE INDEX "client_corporations_rels_path_idx" ON "client_corporations_rels" USING btree ("path");
  CREATE INDEX "client_corporations_rels_labels_id_idx" ON "client_corporations_rels" USING btree ("labels_id");
  CREATE INDEX "client_contacts_rels_order_idx" ON "client_contacts_rels" USING btree ("order");
  CREATE INDEX "client_contacts_rels_parent_idx" ON "client_contacts_rels" USING btree ("parent_id");
  CREATE INDEX "client_contacts_rels_path_idx" ON "client_contacts_rels" USING btree ("path");
  CREATE INDEX "client_contacts_rels_labels_id_idx" ON "client_contacts_rels" USING btree ("labels_id");
  CREATE INDEX "placements_rels_order_idx" ON "placements_rels" USING btree ("order");
  CREATE INDEX "placements_rels_parent_idx" ON "placements_rels" USING btree ("parent_id");
  CREATE INDEX "placements_rels_path_idx" ON "placements_rels" USING btree ("path");
  CREATE INDEX "placements_rels_labels_id_idx" ON "placements_rels" USING btree ("labels_id");
  CREATE INDEX "labels_kinds_order_idx" ON "labels_kinds" USING btree ("order");
  CREATE INDEX "labels_kinds_parent_idx" ON "labels_kinds" USING btree ("parent_id");
  CREATE UNIQUE INDEX "labels_name_idx" ON "labels" USING btree ("name");
  CREATE INDEX "labels_updated_at_idx" ON "labels" USING btree ("updated_at");
  CREATE INDEX "labels_created_at_idx" ON "labels" USING btree ("created_at");
  ALTER TABLE "job_orders_rels" ADD CONSTRAINT "job_orders_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "job_orders_rels_labels_id_idx" ON "job_orders_rels" USING btree ("labels_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "candidates_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "client_corporations_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "client_contacts_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "placements_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "labels_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "labels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "candidates_rels" CASCADE;
  DROP TABLE "client_corporations_rels" CASCADE;
  DROP TABLE "client_contacts_rels" CASCADE;
  DROP TABLE "placements_rels" CASCADE;
  DROP TABLE "labels_kinds" CASCADE;
  DROP TABLE "labels" CASCADE;
  ALTER TABLE "job_orders_rels" DROP CONSTRAINT "job_orders_rels_labels_fk";
  
  DROP INDEX "job_orders_rels_labels_id_idx";
  ALTER TABLE "job_orders_rels" DROP COLUMN "labels_id";
  DROP TYPE "public"."enum_labels_kinds";`)
}
