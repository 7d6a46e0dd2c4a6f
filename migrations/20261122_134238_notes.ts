import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_notes_kind" AS ENUM('note', 'call');
  CREATE TYPE "public"."enum_notes_direction" AS ENUM('outgoing', 'incoming');
  CREATE TYPE "public"."enum_notes_outcome" AS ENUM('reached', 'call-back', 'message', 'no-answer', 'wrong-number');
  CREATE TABLE "notes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"kind" "enum_notes_kind" DEFAULT 'note' NOT NULL,
  	"author_id" uuid,
  	"direction" "enum_notes_direction",
  	"outcome" "enum_notes_outcome",
  	"duration_minutes" numeric,
  	"called_at" timestamp(3) with time zone,
  	"about_kind" varchar NOT NULL,
  	"about_id" varchar NOT NULL,
  	"changed_at" timestamp(3) with time zone,
  	"removed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notes_rels" ADD CONSTRAINT "notes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."notes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notes_rels" ADD CONSTRAINT "notes_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "notes_author_idx" ON "notes" USING btree ("author_id");
  CREATE INDEX "notes_about_id_idx" ON "notes" USING btree ("about_id");
  CREATE INDEX "notes_updated_at_idx" ON "notes" USING btree ("updated_at");
  CREATE INDEX "notes_created_at_idx" ON "notes" USING btree ("created_at");
  CREATE INDEX "notes_rels_order_idx" ON "notes_rels" USING btree ("order");
  CREATE INDEX "notes_rels_parent_idx" ON "notes_rels" USING btree ("parent_id");
  CREATE INDEX "notes_rels_path_idx" ON "notes_rels" USING btree ("path");
  CREATE INDEX "notes_rels_users_id_idx" ON "notes_rels" USING btree ("users_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notes" CASCADE;
  DROP TABLE "notes_rels" CASCADE;
  DROP TYPE "public"."enum_notes_kind";
  DROP TYPE "public"."enum_notes_direction";
  DROP TYPE "public"."enum_notes_outcome";`)
}
