import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_mail_addresses_bounce" AS ENUM('soft', 'hard');
  CREATE TYPE "public"."enum_mailings_reader" AS ENUM('candidate', 'client-contact');
  CREATE TYPE "public"."enum_letter_templates_reader" AS ENUM('candidate', 'client-contact');
  CREATE TYPE "public"."enum_mailboxes_security" AS ENUM('tls', 'starttls', 'none');
  CREATE TYPE "public"."enum_mailing_recipients_person_kind" AS ENUM('candidate', 'client-contact');
  CREATE TABLE "mail_addresses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"address" varchar NOT NULL,
  	"bounce" "enum_mail_addresses_bounce",
  	"bounce_reason" varchar,
  	"bounced_at" timestamp(3) with time zone,
  	"soft_bounces" numeric DEFAULT 0 NOT NULL,
  	"opted_out_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mailings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'sending' NOT NULL,
  	"subject" varchar NOT NULL,
  	"text" varchar NOT NULL,
  	"reader" "enum_mailings_reader" NOT NULL,
  	"is_news" boolean DEFAULT false,
  	"people" numeric DEFAULT 0 NOT NULL,
  	"started_by_id" uuid,
  	"job_order_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "incoming_mails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'unfiled' NOT NULL,
  	"subject" varchar NOT NULL,
  	"from_name" varchar,
  	"from_address" varchar,
  	"to_addresses" varchar,
  	"text" varchar,
  	"files" jsonb,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"mailbox_id" uuid,
  	"is_automatic" boolean DEFAULT false,
  	"is_from_colleague" boolean DEFAULT false,
  	"message_key" varchar NOT NULL,
  	"message_id" varchar,
  	"references" jsonb,
  	"thread" varchar,
  	"person_kind" varchar,
  	"person_id" varchar,
  	"client_id" varchar,
  	"order_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "letter_templates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"reader" "enum_letter_templates_reader" DEFAULT 'candidate' NOT NULL,
  	"subject" varchar NOT NULL,
  	"text" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mailboxes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"takes_answers" boolean DEFAULT true,
  	"knows_plus" boolean DEFAULT false,
  	"host" varchar NOT NULL,
  	"port" numeric NOT NULL,
  	"security" "enum_mailboxes_security" NOT NULL,
  	"username" varchar NOT NULL,
  	"secret" varchar NOT NULL,
  	"folder" varchar DEFAULT 'INBOX' NOT NULL,
  	"uid_validity" varchar,
  	"last_uid" numeric,
  	"last_read_at" timestamp(3) with time zone,
  	"last_problem" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mailing_recipients" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"mailing_id" uuid NOT NULL,
  	"person_kind" "enum_mailing_recipients_person_kind" NOT NULL,
  	"person_id" varchar NOT NULL,
  	"left_out" varchar,
  	"mail_id" uuid,
  	"unsubscribed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "outbound_mails" ADD COLUMN "author_id" uuid;
  ALTER TABLE "outbound_mails" ADD COLUMN "thread" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "person_kind" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "person_id" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "client_id" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "order_id" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "mailing" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "references" jsonb;
  ALTER TABLE "outbound_mails" ADD COLUMN "reply_to" varchar;
  ALTER TABLE "outbound_mails" ADD COLUMN "returned_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "letter_templates_id" uuid;
  ALTER TABLE "mailings" ADD CONSTRAINT "mailings_started_by_id_users_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mailings" ADD CONSTRAINT "mailings_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mail_id_outbound_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."outbound_mails"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "mail_addresses_address_idx" ON "mail_addresses" USING btree ("address");
  CREATE INDEX "mail_addresses_bounce_idx" ON "mail_addresses" USING btree ("bounce");
  CREATE INDEX "mail_addresses_updated_at_idx" ON "mail_addresses" USING btree ("updated_at");
  CREATE INDEX "mail_addresses_created_at_idx" ON "mail_addresses" USING btree ("created_at");
  CREATE INDEX "mailings_state_idx" ON "mailings" USING btree ("state");
  CREATE INDEX "mailings_started_by_idx" ON "mailings" USING btree ("started_by_id");
  CREATE INDEX "mailings_job_order_idx" ON "mailings" USING btree ("job_order_id");
  CREATE INDEX "mailings_updated_at_idx" ON "mailings" USING btree ("updated_at");
  CREATE INDEX "mailings_created_at_idx" ON "mailings" USING btree ("created_at");
  CREATE INDEX "incoming_mails_state_idx" ON "incoming_mails" USING btree ("state");
  CREATE INDEX "incoming_mails_from_address_idx" ON "incoming_mails" USING btree ("from_address");
  CREATE INDEX "incoming_mails_mailbox_idx" ON "incoming_mails" USING btree ("mailbox_id");
  CREATE UNIQUE INDEX "incoming_mails_message_key_idx" ON "incoming_mails" USING btree ("message_key");
  CREATE INDEX "incoming_mails_message_id_idx" ON "incoming_mails" USING btree ("message_id");
  CREATE INDEX "incoming_mails_thread_idx" ON "incoming_mails" USING btree ("thread");
  CREATE INDEX "incoming_mails_person_id_idx" ON "incoming_mails" USING btree ("person_id");
  CREATE INDEX "incoming_mails_client_id_idx" ON "incoming_mails" USING btree ("client_id");
  CREATE INDEX "incoming_mails_order_id_idx" ON "incoming_mails" USING btree ("order_id");
  CREATE INDEX "incoming_mails_updated_at_idx" ON "incoming_mails" USING btree ("updated_at");
  CREATE INDEX "incoming_mails_created_at_idx" ON "incoming_mails" USING btree ("created_at");
  CREATE INDEX "letter_templates_updated_at_idx" ON "letter_templates" USING btree ("updated_at");
  CREATE INDEX "letter_templates_created_at_idx" ON "letter_templates" USING btree ("created_at");
  CREATE UNIQUE INDEX "mailboxes_address_idx" ON "mailboxes" USING btree ("address");
  CREATE INDEX "mailboxes_updated_at_idx" ON "mailboxes" USING btree ("updated_at");
  CREATE INDEX "mailboxes_created_at_idx" ON "mailboxes" USING btree ("created_at");
  CREATE INDEX "mailing_recipients_mailing_idx" ON "mailing_recipients" USING btree ("mailing_id");
  CREATE INDEX "mailing_recipients_person_id_idx" ON "mailing_recipients" USING btree ("person_id");
  CREATE INDEX "mailing_recipients_mail_idx" ON "mailing_recipients" USING btree ("mail_id");
  CREATE INDEX "mailing_recipients_updated_at_idx" ON "mailing_recipients" USING btree ("updated_at");
  CREATE INDEX "mailing_recipients_created_at_idx" ON "mailing_recipients" USING btree ("created_at");
  ALTER TABLE "outbound_mails" ADD CONSTRAINT "outbound_mails_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_letter_templates_fk" FOREIGN KEY ("letter_templates_id") REFERENCES "public"."letter_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "outbound_mails_author_idx" ON "outbound_mails" USING btree ("author_id");
  CREATE INDEX "payload_locked_documents_rels_letter_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("letter_templates_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "mail_addresses" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mailings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "incoming_mails" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "letter_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mailboxes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mailing_recipients" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "mail_addresses" CASCADE;
  DROP TABLE "mailings" CASCADE;
  DROP TABLE "incoming_mails" CASCADE;
  DROP TABLE "letter_templates" CASCADE;
  DROP TABLE "mailboxes" CASCADE;
  DROP TABLE "mailing_recipients" CASCADE;
  ALTER TABLE "outbound_mails" DROP CONSTRAINT "outbound_mails_author_id_users_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_letter_templates_fk";
  
  DROP INDEX "outbound_mails_author_idx";
  DROP INDEX "payload_locked_documents_rels_letter_templates_id_idx";
  ALTER TABLE "outbound_mails" DROP COLUMN "author_id";
  ALTER TABLE "outbound_mails" DROP COLUMN "thread";
  ALTER TABLE "outbound_mails" DROP COLUMN "person_kind";
  ALTER TABLE "outbound_mails" DROP COLUMN "person_id";
  ALTER TABLE "outbound_mails" DROP COLUMN "client_id";
  ALTER TABLE "outbound_mails" DROP COLUMN "order_id";
  ALTER TABLE "outbound_mails" DROP COLUMN "mailing";
  ALTER TABLE "outbound_mails" DROP COLUMN "references";
  ALTER TABLE "outbound_mails" DROP COLUMN "reply_to";
  ALTER TABLE "outbound_mails" DROP COLUMN "returned_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "letter_templates_id";
  DROP TYPE "public"."enum_mail_addresses_bounce";
  DROP TYPE "public"."enum_mailings_reader";
  DROP TYPE "public"."enum_letter_templates_reader";
  DROP TYPE "public"."enum_mailboxes_security";
  DROP TYPE "public"."enum_mailing_recipients_person_kind";`)
}
