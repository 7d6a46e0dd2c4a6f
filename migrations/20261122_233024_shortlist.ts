import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "shortlists" ADD COLUMN "cover_subject" varchar;
  ALTER TABLE "shortlists" ADD COLUMN "cover_text" varchar;
  ALTER TABLE "shortlists" ADD COLUMN "reminded_at" timestamp(3) with time zone;
  ALTER TABLE "shortlists" ADD COLUMN "reminders" numeric DEFAULT 0;
  ALTER TABLE "shortlist_answers" ADD COLUMN "reply" varchar;
  ALTER TABLE "shortlist_answers" ADD COLUMN "replied_at" timestamp(3) with time zone;
  ALTER TABLE "shortlist_answers" ADD COLUMN "replied_by_name" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "shortlists" DROP COLUMN "cover_subject";
  ALTER TABLE "shortlists" DROP COLUMN "cover_text";
  ALTER TABLE "shortlists" DROP COLUMN "reminded_at";
  ALTER TABLE "shortlists" DROP COLUMN "reminders";
  ALTER TABLE "shortlist_answers" DROP COLUMN "reply";
  ALTER TABLE "shortlist_answers" DROP COLUMN "replied_at";
  ALTER TABLE "shortlist_answers" DROP COLUMN "replied_by_name";`)
}
