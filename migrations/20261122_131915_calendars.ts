import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_offices_hours_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_holiday_calendars_law" AS ENUM('us-federal', 'gb-england-wales', 'gb-scotland', 'gb-northern-ireland', 'de', 'de-bw', 'de-by', 'de-be', 'de-bb', 'de-hb', 'de-hh', 'de-he', 'de-mv', 'de-ni', 'de-nw', 'de-rp', 'de-sl', 'de-sn', 'de-st', 'de-sh', 'de-th');
  CREATE TABLE "offices_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"weekday" "enum_offices_hours_weekday" NOT NULL,
  	"opens_at" varchar NOT NULL,
  	"closes_at" varchar NOT NULL
  );
  
  CREATE TABLE "holiday_calendars" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"country" varchar NOT NULL,
  	"law" "enum_holiday_calendars_law",
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "holidays" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"calendar_id" uuid NOT NULL,
  	"day_on" varchar NOT NULL,
  	"observed_on" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "client_corporations" ADD COLUMN "holiday_calendar_id" uuid;
  ALTER TABLE "legal_entities" ADD COLUMN "is_base" boolean DEFAULT false;
  ALTER TABLE "legal_entities" ADD COLUMN "invoice_number_digits" numeric DEFAULT 6;
  ALTER TABLE "offices" ADD COLUMN "holiday_calendar_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "holiday_calendars_id" uuid;
  ALTER TABLE "offices_hours" ADD CONSTRAINT "offices_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "holidays" ADD CONSTRAINT "holidays_calendar_id_holiday_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."holiday_calendars"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "offices_hours_order_idx" ON "offices_hours" USING btree ("_order");
  CREATE INDEX "offices_hours_parent_id_idx" ON "offices_hours" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "holiday_calendars_name_idx" ON "holiday_calendars" USING btree ("name");
  CREATE INDEX "holiday_calendars_updated_at_idx" ON "holiday_calendars" USING btree ("updated_at");
  CREATE INDEX "holiday_calendars_created_at_idx" ON "holiday_calendars" USING btree ("created_at");
  CREATE INDEX "holidays_calendar_idx" ON "holidays" USING btree ("calendar_id");
  CREATE INDEX "holidays_updated_at_idx" ON "holidays" USING btree ("updated_at");
  CREATE INDEX "holidays_created_at_idx" ON "holidays" USING btree ("created_at");
  CREATE UNIQUE INDEX "calendar_dayOn_name_idx" ON "holidays" USING btree ("calendar_id","day_on","name");
  ALTER TABLE "client_corporations" ADD CONSTRAINT "client_corporations_holiday_calendar_id_holiday_calendars_id_fk" FOREIGN KEY ("holiday_calendar_id") REFERENCES "public"."holiday_calendars"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offices" ADD CONSTRAINT "offices_holiday_calendar_id_holiday_calendars_id_fk" FOREIGN KEY ("holiday_calendar_id") REFERENCES "public"."holiday_calendars"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_holiday_calendars_fk" FOREIGN KEY ("holiday_calendars_id") REFERENCES "public"."holiday_calendars"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "client_corporations_holiday_calendar_idx" ON "client_corporations" USING btree ("holiday_calendar_id");
  CREATE INDEX "offices_holiday_calendar_idx" ON "offices" USING btree ("holiday_calendar_id");
  CREATE INDEX "payload_locked_documents_rels_holiday_calendars_id_idx" ON "payload_locked_documents_rels" USING btree ("holiday_calendars_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "offices_hours" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "holiday_calendars" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "holidays" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "offices_hours" CASCADE;
  DROP TABLE "holiday_calendars" CASCADE;
  DROP TABLE "holidays" CASCADE;
  ALTER TABLE "client_corporations" DROP CONSTRAINT "client_corporations_holiday_calendar_id_holiday_calendars_id_fk";
  
  ALTER TABLE "offices" DROP CONSTRAINT "offices_holiday_calendar_id_holiday_calendars_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_holiday_calendars_fk";
  
  DROP INDEX "client_corporations_holiday_calendar_idx";
  DROP INDEX "offices_holiday_calendar_idx";
  DROP INDEX "payload_locked_documents_rels_holiday_calendars_id_idx";
  ALTER TABLE "client_corporations" DROP COLUMN "holiday_calendar_id";
  ALTER TABLE "legal_entities" DROP COLUMN "is_base";
  ALTER TABLE "legal_entities" DROP COLUMN "invoice_number_digits";
  ALTER TABLE "offices" DROP COLUMN "holiday_calendar_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "holiday_calendars_id";
  DROP TYPE "public"."enum_offices_hours_weekday";
  DROP TYPE "public"."enum_holiday_calendars_law";`)
}
