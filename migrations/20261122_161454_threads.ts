import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_incoming_endpoints_purpose" AS ENUM('order-request', 'application', 'note');
  ALTER TYPE "public"."enum_order_requests_channel" ADD VALUE 'program';
  CREATE TABLE "incoming_endpoints" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'active' NOT NULL,
  	"name" varchar NOT NULL,
  	"purpose" "enum_incoming_endpoints_purpose" NOT NULL,
  	"public_id" varchar NOT NULL,
  	"owner_id" uuid NOT NULL,
  	"sealed_secret" varchar NOT NULL,
  	"previous_secret" varchar,
  	"previous_until" timestamp(3) with time zone,
  	"last_accepted_at" timestamp(3) with time zone,
  	"last_problem" varchar,
  	"last_problem_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "incoming_deliveries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'refused' NOT NULL,
  	"endpoint_id" uuid NOT NULL,
  	"delivery_id" varchar NOT NULL,
  	"tries" numeric DEFAULT 1 NOT NULL,
  	"body_bytes" numeric NOT NULL,
  	"field_names" varchar,
  	"answer_status" numeric NOT NULL,
  	"answer" varchar,
  	"record_kind" varchar,
  	"record_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "incoming_endpoints" ADD CONSTRAINT "incoming_endpoints_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incoming_deliveries" ADD CONSTRAINT "incoming_deliveries_endpoint_id_incoming_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."incoming_endpoints"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "incoming_endpoints_state_idx" ON "incoming_endpoints" USING btree ("state");
  CREATE UNIQUE INDEX "incoming_endpoints_public_id_idx" ON "incoming_endpoints" USING btree ("public_id");
  CREATE INDEX "incoming_endpoints_owner_idx" ON "incoming_endpoints" USING btree ("owner_id");
  CREATE INDEX "incoming_endpoints_updated_at_idx" ON "incoming_endpoints" USING btree ("updated_at");
  CREATE INDEX "incoming_endpoints_created_at_idx" ON "incoming_endpoints" USING btree ("created_at");
  CREATE INDEX "incoming_deliveries_state_idx" ON "incoming_deliveries" USING btree ("state");
  CREATE INDEX "incoming_deliveries_endpoint_idx" ON "incoming_deliveries" USING btree ("endpoint_id");
  CREATE INDEX "incoming_deliveries_updated_at_idx" ON "incoming_deliveries" USING btree ("updated_at");
  CREATE INDEX "incoming_deliveries_created_at_idx" ON "incoming_deliveries" USING btree ("created_at");
  CREATE UNIQUE INDEX "endpoint_deliveryId_idx" ON "incoming_deliveries" USING btree ("endpoint_id","delivery_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "incoming_endpoints" CASCADE;
  DROP TABLE "incoming_deliveries" CASCADE;
  ALTER TABLE "order_requests" ALTER COLUMN "channel" SET DATA TYPE text;
  ALTER TABLE "order_requests" ALTER COLUMN "channel" SET DEFAULT 'phone'::text;
  DROP TYPE "public"."enum_order_requests_channel";
  CREATE TYPE "public"."enum_order_requests_channel" AS ENUM('site', 'phone', 'mail', 'portal');
  ALTER TABLE "order_requests" ALTER COLUMN "channel" SET DEFAULT 'phone'::"public"."enum_order_requests_channel";
  ALTER TABLE "order_requests" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_order_requests_channel" USING "channel"::"public"."enum_order_requests_channel";
  DROP TYPE "public"."enum_incoming_endpoints_purpose";`)
}
