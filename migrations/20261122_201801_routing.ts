import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_routing_rules_client_tiers" AS ENUM('key', 'standard', 'occasional');
  CREATE TYPE "public"."enum_routing_rules_employment_types" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_routing_rules_way" AS ENUM('named', 'least_busy', 'in_turn');
  CREATE TABLE "job_orders_recruiters" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"share_bp" numeric NOT NULL
  );
  
  CREATE TABLE "routing_rules_client_tiers" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_routing_rules_client_tiers",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "routing_rules_employment_types" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_routing_rules_employment_types",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "routing_rules_recruiters" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"share_bp" numeric NOT NULL
  );
  
  CREATE TABLE "routing_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"way" "enum_routing_rules_way" DEFAULT 'named' NOT NULL,
  	"most_open_orders" numeric,
  	"is_active" boolean DEFAULT true,
  	"position" numeric DEFAULT 1000 NOT NULL,
  	"last_given_to_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "routing_rules_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "routing_rules_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"client_corporations_id" uuid,
  	"users_id" uuid
  );
  
  ALTER TABLE "order_requests" ADD COLUMN "owner_id" uuid;
  ALTER TABLE "job_orders" ADD COLUMN "language" varchar;
  ALTER TABLE "job_orders_rels" ADD COLUMN "users_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "routing_rules_id" uuid;
  ALTER TABLE "job_orders_recruiters" ADD CONSTRAINT "job_orders_recruiters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders_recruiters" ADD CONSTRAINT "job_orders_recruiters_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."job_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_client_tiers" ADD CONSTRAINT "routing_rules_client_tiers_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_employment_types" ADD CONSTRAINT "routing_rules_employment_types_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_recruiters" ADD CONSTRAINT "routing_rules_recruiters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "routing_rules_recruiters" ADD CONSTRAINT "routing_rules_recruiters_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_last_given_to_id_users_id_fk" FOREIGN KEY ("last_given_to_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "routing_rules_texts" ADD CONSTRAINT "routing_rules_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_rels" ADD CONSTRAINT "routing_rules_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_rels" ADD CONSTRAINT "routing_rules_rels_client_corporations_fk" FOREIGN KEY ("client_corporations_id") REFERENCES "public"."client_corporations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "routing_rules_rels" ADD CONSTRAINT "routing_rules_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "job_orders_recruiters_order_idx" ON "job_orders_recruiters" USING btree ("_order");
  CREATE INDEX "job_orders_recruiters_parent_id_idx" ON "job_orders_recruiters" USING btree ("_parent_id");
  CREATE INDEX "job_orders_recruiters_user_idx" ON "job_orders_recruiters" USING btree ("user_id");
  CREATE INDEX "routing_rules_client_tiers_order_idx" ON "routing_rules_client_tiers" USING btree ("order");
  CREATE INDEX "routing_rules_client_tiers_parent_idx" ON "routing_rules_client_tiers" USING btree ("parent_id");
  CREATE INDEX "routing_rules_employment_types_order_idx" ON "routing_rules_employment_types" USING btree ("order");
  CREATE INDEX "routing_rules_employment_types_parent_idx" ON "routing_rules_employment_types" USING btree ("parent_id");
  CREATE INDEX "routing_rules_recruiters_order_idx" ON "routing_rules_recruiters" USING btree ("_order");
  CREATE INDEX "routing_rules_recruiters_parent_id_idx" ON "routing_rules_recruiters" USING btree ("_parent_id");
  CREATE INDEX "routing_rules_recruiters_user_idx" ON "routing_rules_recruiters" USING btree ("user_id");
  CREATE UNIQUE INDEX "routing_rules_name_idx" ON "routing_rules" USING btree ("name");
  CREATE INDEX "routing_rules_last_given_to_idx" ON "routing_rules" USING btree ("last_given_to_id");
  CREATE INDEX "routing_rules_updated_at_idx" ON "routing_rules" USING btree ("updated_at");
  CREATE INDEX "routing_rules_created_at_idx" ON "routing_rules" USING btree ("created_at");
  CREATE INDEX "routing_rules_texts_order_parent" ON "routing_rules_texts" USING btree ("order","parent_id");
  CREATE INDEX "routing_rules_rels_order_idx" ON "routing_rules_rels" USING btree ("order");
  CREATE INDEX "routing_rules_rels_parent_idx" ON "routing_rules_rels" USING btree ("parent_id");
  CREATE INDEX "routing_rules_rels_path_idx" ON "routing_rules_rels" USING btree ("path");
  CREATE INDEX "routing_rules_rels_client_corporations_id_idx" ON "routing_rules_rels" USING btree ("client_corporations_id");
  CREATE INDEX "routing_rules_rels_users_id_idx" ON "routing_rules_rels" USING btree ("users_id");
  ALTER TABLE "order_requests" ADD CONSTRAINT "order_requests_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders_rels" ADD CONSTRAINT "job_orders_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_routing_rules_fk" FOREIGN KEY ("routing_rules_id") REFERENCES "public"."routing_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "order_requests_owner_idx" ON "order_requests" USING btree ("owner_id");
  CREATE INDEX "job_orders_rels_users_id_idx" ON "job_orders_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_routing_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("routing_rules_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "job_orders_recruiters" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules_client_tiers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules_employment_types" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules_recruiters" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "routing_rules_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "job_orders_recruiters" CASCADE;
  DROP TABLE "routing_rules_client_tiers" CASCADE;
  DROP TABLE "routing_rules_employment_types" CASCADE;
  DROP TABLE "routing_rules_recruiters" CASCADE;
  DROP TABLE "routing_rules" CASCADE;
  DROP TABLE "routing_rules_texts" CASCADE;
  DROP TABLE "routing_rules_rels" CASCADE;
  ALTER TABLE "order_requests" DROP CONSTRAINT "order_requests_owner_id_users_id_fk";
  
  ALTER TABLE "job_orders_rels" DROP CONSTRAINT "job_orders_rels_users_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_routing_rules_fk";
  
  DROP INDEX "order_requests_owner_idx";
  DROP INDEX "job_orders_rels_users_id_idx";
  DROP INDEX "payload_locked_documents_rels_routing_rules_id_idx";
  ALTER TABLE "order_requests" DROP COLUMN "owner_id";
  ALTER TABLE "job_orders" DROP COLUMN "language";
  ALTER TABLE "job_orders_rels" DROP COLUMN "users_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "routing_rules_id";
  DROP TYPE "public"."enum_routing_rules_client_tiers";
  DROP TYPE "public"."enum_routing_rules_employment_types";
  DROP TYPE "public"."enum_routing_rules_way";`)
}
