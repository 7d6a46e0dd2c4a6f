import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_pool_memberships_came_by" AS ENUM('hand', 'search');
  CREATE TABLE "candidate_merges" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kept_id" uuid NOT NULL,
  	"merged_id" uuid NOT NULL,
  	"merged_ref" varchar NOT NULL,
  	"merged_by_name" varchar NOT NULL,
  	"undo_until" timestamp(3) with time zone NOT NULL,
  	"undone_at" timestamp(3) with time zone,
  	"undone_by_name" varchar,
  	"values" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "talent_pools" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"search" varchar,
  	"is_alerting" boolean DEFAULT true,
  	"is_shared" boolean DEFAULT true,
  	"owner_id" uuid,
  	"checked_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pool_memberships" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"pool_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"came_by" "enum_pool_memberships_came_by" NOT NULL,
  	"added_by_name" varchar NOT NULL,
  	"added_at" timestamp(3) with time zone,
  	"removed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "candidates" ADD COLUMN "merged_into_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "talent_pools_id" uuid;
  ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_kept_id_candidates_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_merged_id_candidates_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "talent_pools" ADD CONSTRAINT "talent_pools_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pool_memberships" ADD CONSTRAINT "pool_memberships_pool_id_talent_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."talent_pools"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pool_memberships" ADD CONSTRAINT "pool_memberships_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "candidate_merges_kept_idx" ON "candidate_merges" USING btree ("kept_id");
  CREATE INDEX "candidate_merges_merged_idx" ON "candidate_merges" USING btree ("merged_id");
  CREATE INDEX "candidate_merges_updated_at_idx" ON "candidate_merges" USING btree ("updated_at");
  CREATE INDEX "candidate_merges_created_at_idx" ON "candidate_merges" USING btree ("created_at");
  CREATE INDEX "talent_pools_owner_idx" ON "talent_pools" USING btree ("owner_id");
  CREATE INDEX "talent_pools_updated_at_idx" ON "talent_pools" USING btree ("updated_at");
  CREATE INDEX "talent_pools_created_at_idx" ON "talent_pools" USING btree ("created_at");
  CREATE INDEX "pool_memberships_pool_idx" ON "pool_memberships" USING btree ("pool_id");
  CREATE INDEX "pool_memberships_candidate_idx" ON "pool_memberships" USING btree ("candidate_id");
  CREATE INDEX "pool_memberships_updated_at_idx" ON "pool_memberships" USING btree ("updated_at");
  CREATE INDEX "pool_memberships_created_at_idx" ON "pool_memberships" USING btree ("created_at");
  CREATE UNIQUE INDEX "pool_candidate_idx" ON "pool_memberships" USING btree ("pool_id","candidate_id");
  ALTER TABLE "candidates" ADD CONSTRAINT "candidates_merged_into_id_candidates_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_talent_pools_fk" FOREIGN KEY ("talent_pools_id") REFERENCES "public"."talent_pools"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "candidates_merged_into_idx" ON "candidates" USING btree ("merged_into_id");
  CREATE INDEX "payload_locked_documents_rels_talent_pools_id_idx" ON "payload_locked_documents_rels" USING btree ("talent_pools_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "candidate_merges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "talent_pools" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pool_memberships" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "candidate_merges" CASCADE;
  DROP TABLE "talent_pools" CASCADE;
  DROP TABLE "pool_memberships" CASCADE;
  ALTER TABLE "candidates" DROP CONSTRAINT "candidates_merged_into_id_candidates_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_talent_pools_fk";
  
  DROP INDEX "candidates_merged_into_idx";
  DROP INDEX "payload_locked_documents_rels_talent_pools_id_idx";
  ALTER TABLE "candidates" DROP COLUMN "merged_into_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "talent_pools_id";
  DROP TYPE "public"."enum_pool_memberships_came_by";`)
}
