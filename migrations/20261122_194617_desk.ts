import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "candidate_messages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"subject" varchar,
  	"text" varchar,
  	"candidate_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "submissions" ADD COLUMN "is_rejected_quietly" boolean DEFAULT false;
  ALTER TABLE "candidate_messages" ADD CONSTRAINT "candidate_messages_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_messages" ADD CONSTRAINT "candidate_messages_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_messages" ADD CONSTRAINT "candidate_messages_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_messages" ADD CONSTRAINT "candidate_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "candidate_messages_candidate_idx" ON "candidate_messages" USING btree ("candidate_id");
  CREATE INDEX "candidate_messages_job_order_idx" ON "candidate_messages" USING btree ("job_order_id");
  CREATE INDEX "candidate_messages_submission_idx" ON "candidate_messages" USING btree ("submission_id");
  CREATE INDEX "candidate_messages_author_idx" ON "candidate_messages" USING btree ("author_id");
  CREATE INDEX "candidate_messages_updated_at_idx" ON "candidate_messages" USING btree ("updated_at");
  CREATE INDEX "candidate_messages_created_at_idx" ON "candidate_messages" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "candidate_messages" CASCADE;
  ALTER TABLE "submissions" DROP COLUMN "is_rejected_quietly";`)
}
