import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_saved_searches_sharing" AS ENUM('mine', 'role', 'all');
  CREATE TABLE "places" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"postcode" varchar,
  	"region" varchar,
  	"country" varchar NOT NULL,
  	"latitude" numeric NOT NULL,
  	"longitude" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "saved_searches" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"search" varchar NOT NULL,
  	"owner_id" uuid NOT NULL,
  	"sharing" "enum_saved_searches_sharing" DEFAULT 'mine' NOT NULL,
  	"role_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "saved_searches_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  ALTER TABLE "candidates" ADD COLUMN "last_contact_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "places_id" uuid;
  ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "saved_searches_rels" ADD CONSTRAINT "saved_searches_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "saved_searches_rels" ADD CONSTRAINT "saved_searches_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "places_updated_at_idx" ON "places" USING btree ("updated_at");
  CREATE INDEX "places_created_at_idx" ON "places" USING btree ("created_at");
  CREATE INDEX "saved_searches_owner_idx" ON "saved_searches" USING btree ("owner_id");
  CREATE INDEX "saved_searches_role_idx" ON "saved_searches" USING btree ("role_id");
  CREATE INDEX "saved_searches_updated_at_idx" ON "saved_searches" USING btree ("updated_at");
  CREATE INDEX "saved_searches_created_at_idx" ON "saved_searches" USING btree ("created_at");
  CREATE INDEX "saved_searches_rels_order_idx" ON "saved_searches_rels" USING btree ("order");
  CREATE INDEX "saved_searches_rels_parent_idx" ON "saved_searches_rels" USING btree ("parent_id");
  CREATE INDEX "saved_searches_rels_path_idx" ON "saved_searches_rels" USING btree ("path");
  CREATE INDEX "saved_searches_rels_users_id_idx" ON "saved_searches_rels" USING btree ("users_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_places_fk" FOREIGN KEY ("places_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_places_id_idx" ON "payload_locked_documents_rels" USING btree ("places_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "places" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "saved_searches" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "saved_searches_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "places" CASCADE;
  DROP TABLE "saved_searches" CASCADE;
  DROP TABLE "saved_searches_rels" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_places_fk";
  
  DROP INDEX "payload_locked_documents_rels_places_id_idx";
  ALTER TABLE "candidates" DROP COLUMN "last_contact_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "places_id";
  DROP TYPE "public"."enum_saved_searches_sharing";`)
}
