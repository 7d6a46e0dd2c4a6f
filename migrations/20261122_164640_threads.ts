import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_client_messages_written_by" AS ENUM('agency', 'client');
  CREATE TABLE "client_messages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"written_by" "enum_client_messages_written_by" NOT NULL,
  	"author_id" uuid,
  	"contact_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_messages" ADD CONSTRAINT "client_messages_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "client_messages_author_idx" ON "client_messages" USING btree ("author_id");
  CREATE INDEX "client_messages_contact_idx" ON "client_messages" USING btree ("contact_id");
  CREATE INDEX "client_messages_client_idx" ON "client_messages" USING btree ("client_id");
  CREATE INDEX "client_messages_job_order_idx" ON "client_messages" USING btree ("job_order_id");
  CREATE INDEX "client_messages_updated_at_idx" ON "client_messages" USING btree ("updated_at");
  CREATE INDEX "client_messages_created_at_idx" ON "client_messages" USING btree ("created_at");
  CREATE INDEX "jobOrder_createdAt_idx" ON "client_messages" USING btree ("job_order_id","created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "client_messages" CASCADE;
  DROP TYPE "public"."enum_client_messages_written_by";`)
}
