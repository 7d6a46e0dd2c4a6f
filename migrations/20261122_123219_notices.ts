import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "notices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"event" varchar NOT NULL,
  	"event_name" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"about_kind" varchar NOT NULL,
  	"about_id" varchar NOT NULL,
  	"in_app" boolean DEFAULT true,
  	"mail" varchar NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"digested_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notice_settings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"digest_hour" numeric DEFAULT 7 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "notices_user_idx" ON "notices" USING btree ("user_id");
  CREATE INDEX "notices_about_id_idx" ON "notices" USING btree ("about_id");
  CREATE INDEX "notices_updated_at_idx" ON "notices" USING btree ("updated_at");
  CREATE INDEX "notices_created_at_idx" ON "notices" USING btree ("created_at");
  CREATE UNIQUE INDEX "event_user_idx" ON "notices" USING btree ("event","user_id");
  CREATE INDEX "user_createdAt_idx" ON "notices" USING btree ("user_id","created_at");
  CREATE UNIQUE INDEX "notice_settings_user_idx" ON "notice_settings" USING btree ("user_id");
  CREATE INDEX "notice_settings_updated_at_idx" ON "notice_settings" USING btree ("updated_at");
  CREATE INDEX "notice_settings_created_at_idx" ON "notice_settings" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notices" CASCADE;
  DROP TABLE "notice_settings" CASCADE;`)
}
