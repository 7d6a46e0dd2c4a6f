import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_imports_day_order" AS ENUM('dmy', 'mdy');
  CREATE TYPE "public"."enum_imports_on_duplicate" AS ENUM('skip', 'fill');
  CREATE TYPE "public"."enum_imports_on_alike" AS ENUM('skip', 'fill', 'new');
  CREATE TABLE "imports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'uploaded' NOT NULL,
  	"file_name" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"source" varchar,
  	"delimiter" varchar,
  	"headers" jsonb NOT NULL,
  	"headers_key" varchar,
  	"columns" jsonb NOT NULL,
  	"day_order" "enum_imports_day_order" DEFAULT 'dmy' NOT NULL,
  	"on_duplicate" "enum_imports_on_duplicate" DEFAULT 'fill' NOT NULL,
  	"on_alike" "enum_imports_on_alike" DEFAULT 'skip' NOT NULL,
  	"started_by_id" uuid,
  	"row_count" numeric DEFAULT 0 NOT NULL,
  	"checked_count" numeric DEFAULT 0 NOT NULL,
  	"handled_count" numeric DEFAULT 0 NOT NULL,
  	"created_count" numeric DEFAULT 0 NOT NULL,
  	"filled_count" numeric DEFAULT 0 NOT NULL,
  	"skipped_count" numeric DEFAULT 0 NOT NULL,
  	"failed_count" numeric DEFAULT 0 NOT NULL,
  	"removed_count" numeric DEFAULT 0 NOT NULL,
  	"kept_count" numeric DEFAULT 0 NOT NULL,
  	"problem" varchar,
  	"ended_at" timestamp(3) with time zone,
  	"forgotten_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "candidates" ADD COLUMN "profile_url" varchar;
  ALTER TABLE "candidates" ADD COLUMN "profile_url_normalised" varchar;
  ALTER TABLE "notes" ADD COLUMN "author_name" varchar;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_id_users_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "imports_state_idx" ON "imports" USING btree ("state");
  CREATE INDEX "imports_kind_idx" ON "imports" USING btree ("kind");
  CREATE INDEX "imports_headers_key_idx" ON "imports" USING btree ("headers_key");
  CREATE INDEX "imports_started_by_idx" ON "imports" USING btree ("started_by_id");
  CREATE INDEX "imports_updated_at_idx" ON "imports" USING btree ("updated_at");
  CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "imports" CASCADE;
  ALTER TABLE "candidates" DROP COLUMN "profile_url";
  ALTER TABLE "candidates" DROP COLUMN "profile_url_normalised";
  ALTER TABLE "notes" DROP COLUMN "author_name";
  DROP TYPE "public"."enum_imports_day_order";
  DROP TYPE "public"."enum_imports_on_duplicate";
  DROP TYPE "public"."enum_imports_on_alike";`)
}
