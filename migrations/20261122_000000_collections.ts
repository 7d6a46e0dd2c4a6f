import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_order_requests_pay_period" AS ENUM('hour', 'year');
  CREATE TYPE "public"."enum_order_requests_channel" AS ENUM('site', 'phone', 'mail', 'portal');
  CREATE TYPE "public"."enum_job_orders_employment_type" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_job_orders_screening_kind" AS ENUM('none', 'yes_no', 'text');
  CREATE TYPE "public"."enum_job_orders_screening_knock_out" AS ENUM('none', 'yes', 'no');
  CREATE TYPE "public"."enum_job_postings_employment_type" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_submissions_source" AS ENUM('site', 'staff', 'import');
  CREATE TYPE "public"."enum_submissions_rejected_by" AS ENUM('agency', 'client');
  CREATE TYPE "public"."enum_submissions_reject_reason" AS ENUM('skills', 'experience', 'pay', 'location', 'culture', 'overqualified', 'position-changed', 'availability', 'other');
  CREATE TYPE "public"."enum_interviews_mode" AS ENUM('phone', 'video', 'onsite');
  CREATE TYPE "public"."enum_consents_purpose" AS ENUM('application', 'talent-pool', 'marketing');
  CREATE TYPE "public"."enum_documents_kind" AS ENUM('cv', 'assignment-letter', 'invoice', 'receipt', 'evidence', 'other');
  CREATE TYPE "public"."enum_documents_text_state" AS ENUM('none', 'pending', 'done', 'failed');
  CREATE TYPE "public"."enum_documents_scan_status" AS ENUM('not-scanned', 'pending', 'clean', 'infected');
  CREATE TYPE "public"."enum_client_corporations_overtime_billing" AS ENUM('last-worked', 'pro-rata', 'absorb');
  CREATE TYPE "public"."enum_client_corporations_status" AS ENUM('prospect', 'active', 'inactive');
  CREATE TYPE "public"."enum_placements_employment_type" AS ENUM('permanent', 'contract', 'temp');
  CREATE TYPE "public"."enum_readiness_items_kind" AS ENUM('credential', 'document', 'contract', 'other');
  CREATE TYPE "public"."enum_payments_provider" AS ENUM('stripe', 'bank', 'cash', 'other');
  CREATE TYPE "public"."enum_invoices_kind" AS ENUM('invoice', 'credit-note');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_legal_entities_rule_set" AS ENUM('us-federal', 'us-california', 'none');
  CREATE TYPE "public"."enum_shortlist_items_decision" AS ENUM('pending', 'approve', 'reject', 'question');
  CREATE TYPE "public"."enum_shortlist_items_reason" AS ENUM('skills', 'experience', 'pay', 'location', 'culture', 'overqualified', 'position-changed', 'availability', 'other');
  CREATE TYPE "public"."enum_placement_terms_overtime_billing" AS ENUM('last-worked', 'pro-rata', 'absorb');
  CREATE TYPE "public"."enum_invoice_lines_unit" AS ENUM('hour', 'piece');
  CREATE TYPE "public"."enum_invoice_lines_tax_category" AS ENUM('S', 'Z', 'E', 'AE', 'K', 'G', 'O');
  CREATE TABLE "order_requests" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"ref" varchar,
  	"state" varchar DEFAULT 'received' NOT NULL,
  	"company" varchar NOT NULL,
  	"contact_name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"phone" varchar,
  	"job_title" varchar NOT NULL,
  	"openings_count" numeric DEFAULT 1 NOT NULL,
  	"work_location" varchar NOT NULL,
  	"starts_on" varchar,
  	"pay_period" "enum_order_requests_pay_period" DEFAULT 'hour' NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_from_rate_e4" numeric,
  	"pay_to_rate_e4" numeric,
  	"salary_from_minor" numeric,
  	"salary_to_minor" numeric,
  	"notes" varchar,
  	"contact_id" uuid,
  	"client_id" uuid,
  	"job_order_id" uuid,
  	"question" varchar,
  	"answer" varchar,
  	"decline_reason" varchar,
  	"channel" "enum_order_requests_channel" DEFAULT 'phone' NOT NULL,
  	"received_at" timestamp(3) with time zone,
  	"site" varchar,
  	"request_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "job_orders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"ref" varchar,
  	"state" varchar DEFAULT 'intake' NOT NULL,
  	"title" varchar NOT NULL,
  	"client_id" uuid NOT NULL,
  	"contact_id" uuid,
  	"work_location_id" uuid,
  	"employment_type" "enum_job_orders_employment_type" NOT NULL,
  	"openings_count" numeric DEFAULT 1 NOT NULL,
  	"starts_on" varchar,
  	"ends_on" varchar,
  	"description" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_rate_e4" numeric,
  	"bill_rate_e4" numeric,
  	"salary_from_minor" numeric,
  	"salary_to_minor" numeric,
  	"fee_bp" numeric,
  	"fee_flat_minor" numeric,
  	"hours_per_week_minutes" numeric,
  	"rate_card_id" uuid,
  	"screening_question" varchar,
  	"screening_kind" "enum_job_orders_screening_kind" DEFAULT 'none' NOT NULL,
  	"screening_knock_out" "enum_job_orders_screening_knock_out" DEFAULT 'none',
  	"request_id" uuid,
  	"received_at" timestamp(3) with time zone,
  	"qualified_at" timestamp(3) with time zone,
  	"activated_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"close_reason" varchar,
  	"owner_id" uuid NOT NULL,
  	"is_public" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "job_orders_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "job_orders_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"credential_types_id" uuid
  );
  
  CREATE TABLE "openings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'open' NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"filled_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"close_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "job_postings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"title" varchar NOT NULL,
  	"description" varchar NOT NULL,
  	"place" varchar,
  	"employment_type" "enum_job_postings_employment_type" NOT NULL,
  	"valid_through_on" varchar,
  	"is_pay_shown" boolean DEFAULT false,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_from_rate_e4" numeric,
  	"pay_to_rate_e4" numeric,
  	"salary_from_minor" numeric,
  	"salary_to_minor" numeric,
  	"is_remote" boolean DEFAULT false,
  	"city" varchar,
  	"region" varchar,
  	"country" varchar,
  	"postal_code" varchar,
  	"job_order_id" uuid NOT NULL,
  	"site" varchar NOT NULL,
  	"site_name" varchar,
  	"slug" varchar NOT NULL,
  	"published_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "submissions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'new' NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"stage_id" uuid,
  	"source" "enum_submissions_source" DEFAULT 'staff' NOT NULL,
  	"posting_id" uuid,
  	"answer" varchar,
  	"is_knock_out" boolean DEFAULT false,
  	"cv_id" uuid,
  	"responded_at" timestamp(3) with time zone,
  	"internal_at" timestamp(3) with time zone,
  	"client_submitted_at" timestamp(3) with time zone,
  	"entered_stage_at" timestamp(3) with time zone,
  	"rejected_by" "enum_submissions_rejected_by",
  	"reject_reason" "enum_submissions_reject_reason",
  	"reject_note" varchar,
  	"rank" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "submissions_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "shortlists" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"contact_id" uuid NOT NULL,
  	"message" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"due_on" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "interviews" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'proposed' NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"contact_id" uuid,
  	"mode" "enum_interviews_mode" NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"place" varchar,
  	"note" varchar,
  	"answer_note" varchar,
  	"outcome" varchar,
  	"uid" varchar NOT NULL,
  	"sequence" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "offers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"version" numeric NOT NULL,
  	"starts_on" varchar,
  	"ends_on" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_rate_e4" numeric,
  	"salary_minor" numeric,
  	"hours_per_week_minutes" numeric,
  	"message" varchar,
  	"extended_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"resolved_at" timestamp(3) with time zone,
  	"decline_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "candidates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"ref" varchar,
  	"state" varchar DEFAULT 'new' NOT NULL,
  	"name" varchar,
  	"first_name" varchar NOT NULL,
  	"last_name" varchar NOT NULL,
  	"email" varchar,
  	"phone" varchar,
  	"city" varchar,
  	"region" varchar,
  	"country" varchar DEFAULT 'US',
  	"headline" varchar,
  	"available_on" varchar,
  	"desired_pay_rate_e4" numeric,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"locale" varchar DEFAULT 'en-US' NOT NULL,
  	"source" varchar,
  	"do_not_contact" boolean DEFAULT false,
  	"owner_id" uuid,
  	"portal_account_id" uuid,
  	"email_normalised" varchar,
  	"phone_e164" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "candidates_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "consents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"purpose" "enum_consents_purpose" NOT NULL,
  	"text" varchar NOT NULL,
  	"text_version" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"given_at" timestamp(3) with time zone NOT NULL,
  	"withdrawn_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"kind" "enum_documents_kind" DEFAULT 'cv' NOT NULL,
  	"candidate_id" uuid,
  	"client_id" uuid,
  	"text" varchar,
  	"text_state" "enum_documents_text_state" DEFAULT 'none' NOT NULL,
  	"text_problem" varchar,
  	"scan_status" "enum_documents_scan_status" DEFAULT 'not-scanned' NOT NULL,
  	"sha256" varchar,
  	"subject_kind" varchar,
  	"subject_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "credential_types" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"valid_for_months" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credentials" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'missing' NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"type_id" uuid NOT NULL,
  	"number" varchar,
  	"issued_on" varchar,
  	"expires_on" varchar,
  	"document_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "client_corporations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"ref" varchar,
  	"name" varchar NOT NULL,
  	"industry" varchar,
  	"website" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"notes" varchar,
  	"billing_email" varchar,
  	"billing_address_line1" varchar,
  	"billing_address_line2" varchar,
  	"billing_address_postal_code" varchar,
  	"billing_address_city" varchar,
  	"billing_address_region" varchar,
  	"billing_address_country" varchar DEFAULT 'US',
  	"tax_id" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"payment_terms_days" numeric,
  	"tax_rate_bp" numeric,
  	"tax_rate_from_on" varchar,
  	"tax_rate_before_bp" numeric,
  	"overtime_billing" "enum_client_corporations_overtime_billing" DEFAULT 'last-worked' NOT NULL,
  	"bill_overtime_multiplier_bp" numeric DEFAULT 15000 NOT NULL,
  	"status" "enum_client_corporations_status" DEFAULT 'prospect' NOT NULL,
  	"is_on_credit_stop" boolean DEFAULT false,
  	"owner_id" uuid,
  	"legal_entity_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "client_contacts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"client_id" uuid NOT NULL,
  	"first_name" varchar NOT NULL,
  	"last_name" varchar NOT NULL,
  	"email" varchar,
  	"phone" varchar,
  	"job_title" varchar,
  	"is_approver" boolean DEFAULT false,
  	"is_billing_contact" boolean DEFAULT false,
  	"portal_account_id" uuid,
  	"email_normalised" varchar,
  	"phone_e164" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "work_locations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"client_id" uuid,
  	"line1" varchar,
  	"line2" varchar,
  	"postal_code" varchar,
  	"city" varchar,
  	"region" varchar,
  	"country" varchar DEFAULT 'US',
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"jurisdiction" varchar,
  	"latitude" numeric,
  	"longitude" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "rate_cards" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"client_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"job_title" varchar,
  	"valid_from_on" varchar NOT NULL,
  	"valid_until_on" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_rate_e4" numeric,
  	"bill_rate_e4" numeric,
  	"bill_overtime_multiplier_bp" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "placements" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'pending' NOT NULL,
  	"ref" varchar,
  	"title" varchar NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"employment_type" "enum_placements_employment_type" NOT NULL,
  	"work_location_id" uuid,
  	"approver_id" uuid,
  	"owner_id" uuid,
  	"notes" varchar,
  	"starts_on" varchar NOT NULL,
  	"ends_on" varchar,
  	"actual_start_on" varchar,
  	"notice_until_on" varchar,
  	"actual_end_on" varchar,
  	"end_reason" varchar,
  	"confirmed_at" timestamp(3) with time zone,
  	"assignment_letter_id" uuid,
  	"job_order_id" uuid NOT NULL,
  	"opening_id" uuid NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "readiness_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'missing' NOT NULL,
  	"name" varchar NOT NULL,
  	"placement_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"kind" "enum_readiness_items_kind" DEFAULT 'other' NOT NULL,
  	"credential_type_id" uuid,
  	"document_id" uuid,
  	"note" varchar,
  	"done_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "timesheets" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"ref" varchar,
  	"week_starts_on" varchar NOT NULL,
  	"week_ends_on" varchar NOT NULL,
  	"worked_minutes" numeric DEFAULT 0 NOT NULL,
  	"dispute_reason" varchar,
  	"problem" varchar,
  	"placement_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"submitted_at" timestamp(3) with time zone,
  	"approved_at" timestamp(3) with time zone,
  	"approved_by_name" varchar,
  	"revision" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "work_weeks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'open' NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"week_starts_on" varchar NOT NULL,
  	"evaluated_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pay_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"placement_id" uuid NOT NULL,
  	"timesheet_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"week_starts_on" varchar NOT NULL,
  	"earn_code" varchar NOT NULL,
  	"minutes" numeric NOT NULL,
  	"rate_e4" numeric NOT NULL,
  	"ratio_num" numeric NOT NULL,
  	"ratio_den" numeric NOT NULL,
  	"amount_minor" numeric NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"rule_set" varchar NOT NULL,
  	"rule_set_version" numeric NOT NULL,
  	"line_key" varchar NOT NULL,
  	"evaluation" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"reversal_of_id" uuid,
  	"trace" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bill_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"placement_id" uuid NOT NULL,
  	"timesheet_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"week_starts_on" varchar NOT NULL,
  	"earn_code" varchar NOT NULL,
  	"minutes" numeric NOT NULL,
  	"rate_e4" numeric NOT NULL,
  	"ratio_num" numeric NOT NULL,
  	"ratio_den" numeric NOT NULL,
  	"amount_minor" numeric NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"rule_set" varchar NOT NULL,
  	"rule_set_version" numeric NOT NULL,
  	"line_key" varchar NOT NULL,
  	"evaluation" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"reversal_of_id" uuid,
  	"trace" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'pending' NOT NULL,
  	"ref" varchar,
  	"amount_minor" numeric NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"received_on" varchar,
  	"provider" "enum_payments_provider" DEFAULT 'bank' NOT NULL,
  	"reference" varchar,
  	"client_id" uuid,
  	"note" varchar,
  	"notice" varchar,
  	"noticed_at" timestamp(3) with time zone,
  	"provider_ref" varchar,
  	"attempt_id" uuid,
  	"subject_kind" varchar,
  	"subject_id" varchar,
  	"is_live" boolean DEFAULT true,
  	"review_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"number" varchar,
  	"kind" "enum_invoices_kind" DEFAULT 'invoice' NOT NULL,
  	"client_id" uuid NOT NULL,
  	"contact_id" uuid,
  	"email" varchar,
  	"purchase_order" varchar,
  	"note" varchar,
  	"issue_on" varchar,
  	"due_on" varchar,
  	"service_from_on" varchar,
  	"service_until_on" varchar,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"net_minor" numeric NOT NULL,
  	"tax_minor" numeric NOT NULL,
  	"gross_minor" numeric NOT NULL,
  	"paid_minor" numeric DEFAULT 0 NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"credit_of_id" uuid,
  	"job_order_id" uuid,
  	"placement_id" uuid,
  	"document_id" uuid,
  	"document_hash" varchar,
  	"issued_at" timestamp(3) with time zone,
  	"terms_days" numeric DEFAULT 30 NOT NULL,
  	"taxes" jsonb,
  	"seller" jsonb,
  	"buyer" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"alt" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_wide_url" varchar,
  	"sizes_wide_width" numeric,
  	"sizes_wide_height" numeric,
  	"sizes_wide_mime_type" varchar,
  	"sizes_wide_filesize" numeric,
  	"sizes_wide_filename" varchar
  );
  
  CREATE TABLE "sites" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"hostname" varchar NOT NULL,
  	"is_primary" boolean DEFAULT false,
  	"legal_entity_id" uuid,
  	"theme" varchar DEFAULT 'harbour' NOT NULL,
  	"logo_id" uuid,
  	"tagline" varchar,
  	"lead" varchar,
  	"about" varchar,
  	"reply_promise" varchar,
  	"locale" varchar DEFAULT 'en-US' NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"email" varchar,
  	"phone" varchar,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_region" varchar,
  	"address_country" varchar DEFAULT 'US',
  	"legal_note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sites_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"intro" varchar,
  	"body" jsonb,
  	"site_id" uuid,
  	"slug" varchar,
  	"is_in_menu" boolean DEFAULT true,
  	"position" numeric DEFAULT 10,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_pages_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_pages_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_intro" varchar,
  	"version_body" jsonb,
  	"version_site_id" uuid,
  	"version_slug" varchar,
  	"version_is_in_menu" boolean DEFAULT true,
  	"version_position" numeric DEFAULT 10,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "outbound_mails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'queued' NOT NULL,
  	"subject" varchar NOT NULL,
  	"to" varchar NOT NULL,
  	"to_name" varchar,
  	"content" jsonb NOT NULL,
  	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"dedupe_key" varchar NOT NULL,
  	"subject_kind" varchar,
  	"subject_id" varchar,
  	"tries" numeric DEFAULT 0 NOT NULL,
  	"server_answer" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "webhook_events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"provider" varchar NOT NULL,
  	"event_id" varchar NOT NULL,
  	"type" varchar NOT NULL,
  	"state" varchar DEFAULT 'received' NOT NULL,
  	"checkout_ref" varchar,
  	"payment_id" uuid,
  	"problem" varchar,
  	"payload" jsonb NOT NULL,
  	"received_at" timestamp(3) with time zone,
  	"processed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"is_disabled" boolean DEFAULT false,
  	"phone" varchar,
  	"job_title" varchar,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"locale" varchar DEFAULT 'en-US' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar
  );
  
  CREATE TABLE "users_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"roles_id" uuid
  );
  
  CREATE TABLE "roles" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"description" varchar,
  	"permissions" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "portal_accounts_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "portal_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"is_disabled" boolean DEFAULT false,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"locale" varchar DEFAULT 'en-US' NOT NULL,
  	"candidate_id" uuid,
  	"contact_id" uuid,
  	"client_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar
  );
  
  CREATE TABLE "legal_entities" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"tax_id" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_region" varchar,
  	"address_country" varchar DEFAULT 'US',
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"invoice_prefix" varchar DEFAULT 'INV' NOT NULL,
  	"payment_terms_days" numeric DEFAULT 30 NOT NULL,
  	"tax_rate_bp" numeric,
  	"tax_rate_from_on" varchar,
  	"tax_rate_before_bp" numeric,
  	"bank_name" varchar,
  	"iban" varchar,
  	"bic" varchar,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"workweek_starts_on" numeric DEFAULT 1 NOT NULL,
  	"rule_set" "enum_legal_entities_rule_set" DEFAULT 'us-federal' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "offices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"legal_entity_id" uuid NOT NULL,
  	"phone" varchar,
  	"email" varchar,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_region" varchar,
  	"address_country" varchar DEFAULT 'US',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"position" numeric DEFAULT 100 NOT NULL,
  	"colour" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payment_attempts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"state" varchar DEFAULT 'creating' NOT NULL,
  	"subject_kind" varchar NOT NULL,
  	"subject_id" varchar NOT NULL,
  	"client_id" uuid,
  	"amount_minor" numeric NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"is_live" boolean DEFAULT false,
  	"provider" varchar NOT NULL,
  	"idempotency_key" varchar NOT NULL,
  	"request" jsonb NOT NULL,
  	"session_id" varchar,
  	"url" varchar,
  	"booked_payment_ref" varchar,
  	"problem" varchar,
  	"checked_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "shortlist_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"shortlist_id" uuid NOT NULL,
  	"submission_id" uuid NOT NULL,
  	"job_order_id" uuid NOT NULL,
  	"candidate_id" uuid NOT NULL,
  	"client_id" uuid NOT NULL,
  	"position" numeric NOT NULL,
  	"decision" "enum_shortlist_items_decision" DEFAULT 'pending' NOT NULL,
  	"reason" "enum_shortlist_items_reason",
  	"comment" varchar,
  	"decided_at" timestamp(3) with time zone,
  	"decided_by_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "placement_terms" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"placement_id" uuid NOT NULL,
  	"version" numeric NOT NULL,
  	"effective_from_on" varchar NOT NULL,
  	"currency" varchar DEFAULT 'USD' NOT NULL,
  	"pay_rate_e4" numeric,
  	"bill_rate_e4" numeric,
  	"salary_minor" numeric,
  	"fee_minor" numeric,
  	"overtime_billing" "enum_placement_terms_overtime_billing" DEFAULT 'last-worked' NOT NULL,
  	"bill_overtime_multiplier_bp" numeric NOT NULL,
  	"work_location_id" uuid,
  	"rule_set" varchar NOT NULL,
  	"workweek_starts_on" numeric NOT NULL,
  	"hours_per_week_minutes" numeric,
  	"purchase_order" varchar,
  	"tax_rate_bp" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "time_entries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"timesheet_id" uuid NOT NULL,
  	"work_on" varchar NOT NULL,
  	"start_time" varchar NOT NULL,
  	"end_time" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"ended_at" timestamp(3) with time zone,
  	"zone" varchar DEFAULT 'UTC' NOT NULL,
  	"break_minutes" numeric DEFAULT 0 NOT NULL,
  	"worked_minutes" numeric NOT NULL,
  	"note" varchar,
  	"terms_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoice_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"invoice_id" uuid NOT NULL,
  	"position" numeric NOT NULL,
  	"description" varchar NOT NULL,
  	"detail" varchar,
  	"unit" "enum_invoice_lines_unit" NOT NULL,
  	"quantity_minutes" numeric,
  	"quantity_e4" numeric,
  	"rate_e4" numeric NOT NULL,
  	"ratio_num" numeric NOT NULL,
  	"ratio_den" numeric NOT NULL,
  	"net_minor" numeric NOT NULL,
  	"tax_rate_bp" numeric NOT NULL,
  	"tax_category" "enum_invoice_lines_tax_category" NOT NULL,
  	"placement_id" uuid,
  	"timesheet_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "allocations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"payment_id" uuid NOT NULL,
  	"invoice_id" uuid NOT NULL,
  	"amount_minor" numeric NOT NULL,
  	"allocated_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"order_requests_id" uuid,
  	"job_orders_id" uuid,
  	"job_postings_id" uuid,
  	"candidates_id" uuid,
  	"credential_types_id" uuid,
  	"credentials_id" uuid,
  	"client_corporations_id" uuid,
  	"client_contacts_id" uuid,
  	"work_locations_id" uuid,
  	"rate_cards_id" uuid,
  	"placements_id" uuid,
  	"invoices_id" uuid,
  	"media_id" uuid,
  	"sites_id" uuid,
  	"pages_id" uuid,
  	"roles_id" uuid,
  	"legal_entities_id" uuid,
  	"offices_id" uuid,
  	"stages_id" uuid,
  	"users_id" uuid,
  	"portal_accounts_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"portal_accounts_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "order_requests" ADD CONSTRAINT "order_requests_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_requests" ADD CONSTRAINT "order_requests_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_requests" ADD CONSTRAINT "order_requests_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_work_location_id_work_locations_id_fk" FOREIGN KEY ("work_location_id") REFERENCES "public"."work_locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_rate_card_id_rate_cards_id_fk" FOREIGN KEY ("rate_card_id") REFERENCES "public"."rate_cards"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_request_id_order_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."order_requests"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_orders_texts" ADD CONSTRAINT "job_orders_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."job_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "job_orders_rels" ADD CONSTRAINT "job_orders_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."job_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "job_orders_rels" ADD CONSTRAINT "job_orders_rels_credential_types_fk" FOREIGN KEY ("credential_types_id") REFERENCES "public"."credential_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "openings" ADD CONSTRAINT "openings_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_postings" ADD CONSTRAINT "job_postings_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_posting_id_job_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."job_postings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions" ADD CONSTRAINT "submissions_cv_id_documents_id_fk" FOREIGN KEY ("cv_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submissions_rels" ADD CONSTRAINT "submissions_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "submissions_rels" ADD CONSTRAINT "submissions_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interviews" ADD CONSTRAINT "interviews_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interviews" ADD CONSTRAINT "interviews_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interviews" ADD CONSTRAINT "interviews_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interviews" ADD CONSTRAINT "interviews_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interviews" ADD CONSTRAINT "interviews_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offers" ADD CONSTRAINT "offers_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidates" ADD CONSTRAINT "candidates_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidates" ADD CONSTRAINT "candidates_portal_account_id_portal_accounts_id_fk" FOREIGN KEY ("portal_account_id") REFERENCES "public"."portal_accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "candidates_texts" ADD CONSTRAINT "candidates_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credentials" ADD CONSTRAINT "credentials_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credentials" ADD CONSTRAINT "credentials_type_id_credential_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."credential_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credentials" ADD CONSTRAINT "credentials_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_corporations" ADD CONSTRAINT "client_corporations_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_corporations" ADD CONSTRAINT "client_corporations_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_contacts" ADD CONSTRAINT "client_contacts_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "client_contacts" ADD CONSTRAINT "client_contacts_portal_account_id_portal_accounts_id_fk" FOREIGN KEY ("portal_account_id") REFERENCES "public"."portal_accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "work_locations" ADD CONSTRAINT "work_locations_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "rate_cards" ADD CONSTRAINT "rate_cards_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_work_location_id_work_locations_id_fk" FOREIGN KEY ("work_location_id") REFERENCES "public"."work_locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_approver_id_client_contacts_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_assignment_letter_id_documents_id_fk" FOREIGN KEY ("assignment_letter_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placements" ADD CONSTRAINT "placements_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_credential_type_id_credential_types_id_fk" FOREIGN KEY ("credential_type_id") REFERENCES "public"."credential_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "work_weeks" ADD CONSTRAINT "work_weeks_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "work_weeks" ADD CONSTRAINT "work_weeks_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_timesheet_id_timesheets_id_fk" FOREIGN KEY ("timesheet_id") REFERENCES "public"."timesheets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_reversal_of_id_pay_lines_id_fk" FOREIGN KEY ("reversal_of_id") REFERENCES "public"."pay_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_timesheet_id_timesheets_id_fk" FOREIGN KEY ("timesheet_id") REFERENCES "public"."timesheets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_reversal_of_id_bill_lines_id_fk" FOREIGN KEY ("reversal_of_id") REFERENCES "public"."bill_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_attempt_id_payment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credit_of_id_invoices_id_fk" FOREIGN KEY ("credit_of_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites" ADD CONSTRAINT "sites_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites" ADD CONSTRAINT "sites_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites_texts" ADD CONSTRAINT "sites_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_site_id_sites_id_fk" FOREIGN KEY ("version_site_id") REFERENCES "public"."sites"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_roles_fk" FOREIGN KEY ("roles_id") REFERENCES "public"."roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "portal_accounts_sessions" ADD CONSTRAINT "portal_accounts_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."portal_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "portal_accounts" ADD CONSTRAINT "portal_accounts_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "portal_accounts" ADD CONSTRAINT "portal_accounts_contact_id_client_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."client_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "portal_accounts" ADD CONSTRAINT "portal_accounts_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "offices" ADD CONSTRAINT "offices_legal_entity_id_legal_entities_id_fk" FOREIGN KEY ("legal_entity_id") REFERENCES "public"."legal_entities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_items" ADD CONSTRAINT "shortlist_items_shortlist_id_shortlists_id_fk" FOREIGN KEY ("shortlist_id") REFERENCES "public"."shortlists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_items" ADD CONSTRAINT "shortlist_items_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_items" ADD CONSTRAINT "shortlist_items_job_order_id_job_orders_id_fk" FOREIGN KEY ("job_order_id") REFERENCES "public"."job_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_items" ADD CONSTRAINT "shortlist_items_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shortlist_items" ADD CONSTRAINT "shortlist_items_client_id_client_corporations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client_corporations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placement_terms" ADD CONSTRAINT "placement_terms_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "placement_terms" ADD CONSTRAINT "placement_terms_work_location_id_work_locations_id_fk" FOREIGN KEY ("work_location_id") REFERENCES "public"."work_locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_timesheet_id_timesheets_id_fk" FOREIGN KEY ("timesheet_id") REFERENCES "public"."timesheets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_terms_id_placement_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."placement_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_timesheet_id_timesheets_id_fk" FOREIGN KEY ("timesheet_id") REFERENCES "public"."timesheets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_order_requests_fk" FOREIGN KEY ("order_requests_id") REFERENCES "public"."order_requests"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_orders_fk" FOREIGN KEY ("job_orders_id") REFERENCES "public"."job_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_postings_fk" FOREIGN KEY ("job_postings_id") REFERENCES "public"."job_postings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_candidates_fk" FOREIGN KEY ("candidates_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_credential_types_fk" FOREIGN KEY ("credential_types_id") REFERENCES "public"."credential_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_credentials_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_client_corporations_fk" FOREIGN KEY ("client_corporations_id") REFERENCES "public"."client_corporations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_client_contacts_fk" FOREIGN KEY ("client_contacts_id") REFERENCES "public"."client_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_work_locations_fk" FOREIGN KEY ("work_locations_id") REFERENCES "public"."work_locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_rate_cards_fk" FOREIGN KEY ("rate_cards_id") REFERENCES "public"."rate_cards"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_placements_fk" FOREIGN KEY ("placements_id") REFERENCES "public"."placements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_invoices_fk" FOREIGN KEY ("invoices_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_roles_fk" FOREIGN KEY ("roles_id") REFERENCES "public"."roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_legal_entities_fk" FOREIGN KEY ("legal_entities_id") REFERENCES "public"."legal_entities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_offices_fk" FOREIGN KEY ("offices_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_stages_fk" FOREIGN KEY ("stages_id") REFERENCES "public"."stages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_portal_accounts_fk" FOREIGN KEY ("portal_accounts_id") REFERENCES "public"."portal_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_portal_accounts_fk" FOREIGN KEY ("portal_accounts_id") REFERENCES "public"."portal_accounts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "order_requests_ref_idx" ON "order_requests" USING btree ("ref");
  CREATE INDEX "order_requests_state_idx" ON "order_requests" USING btree ("state");
  CREATE INDEX "order_requests_contact_idx" ON "order_requests" USING btree ("contact_id");
  CREATE INDEX "order_requests_client_idx" ON "order_requests" USING btree ("client_id");
  CREATE INDEX "order_requests_job_order_idx" ON "order_requests" USING btree ("job_order_id");
  CREATE INDEX "order_requests_site_idx" ON "order_requests" USING btree ("site");
  CREATE UNIQUE INDEX "order_requests_request_key_idx" ON "order_requests" USING btree ("request_key");
  CREATE INDEX "order_requests_updated_at_idx" ON "order_requests" USING btree ("updated_at");
  CREATE INDEX "order_requests_created_at_idx" ON "order_requests" USING btree ("created_at");
  CREATE UNIQUE INDEX "job_orders_ref_idx" ON "job_orders" USING btree ("ref");
  CREATE INDEX "job_orders_state_idx" ON "job_orders" USING btree ("state");
  CREATE INDEX "job_orders_title_idx" ON "job_orders" USING btree ("title");
  CREATE INDEX "job_orders_client_idx" ON "job_orders" USING btree ("client_id");
  CREATE INDEX "job_orders_contact_idx" ON "job_orders" USING btree ("contact_id");
  CREATE INDEX "job_orders_work_location_idx" ON "job_orders" USING btree ("work_location_id");
  CREATE INDEX "job_orders_employment_type_idx" ON "job_orders" USING btree ("employment_type");
  CREATE INDEX "job_orders_rate_card_idx" ON "job_orders" USING btree ("rate_card_id");
  CREATE INDEX "job_orders_request_idx" ON "job_orders" USING btree ("request_id");
  CREATE INDEX "job_orders_owner_idx" ON "job_orders" USING btree ("owner_id");
  CREATE INDEX "job_orders_updated_at_idx" ON "job_orders" USING btree ("updated_at");
  CREATE INDEX "job_orders_created_at_idx" ON "job_orders" USING btree ("created_at");
  CREATE INDEX "job_orders_deleted_at_idx" ON "job_orders" USING btree ("deleted_at");
  CREATE INDEX "job_orders_texts_order_parent" ON "job_orders_texts" USING btree ("order","parent_id");
  CREATE INDEX "job_orders_rels_order_idx" ON "job_orders_rels" USING btree ("order");
  CREATE INDEX "job_orders_rels_parent_idx" ON "job_orders_rels" USING btree ("parent_id");
  CREATE INDEX "job_orders_rels_path_idx" ON "job_orders_rels" USING btree ("path");
  CREATE INDEX "job_orders_rels_credential_types_id_idx" ON "job_orders_rels" USING btree ("credential_types_id");
  CREATE INDEX "openings_state_idx" ON "openings" USING btree ("state");
  CREATE INDEX "openings_job_order_idx" ON "openings" USING btree ("job_order_id");
  CREATE INDEX "openings_updated_at_idx" ON "openings" USING btree ("updated_at");
  CREATE INDEX "openings_created_at_idx" ON "openings" USING btree ("created_at");
  CREATE UNIQUE INDEX "jobOrder_number_idx" ON "openings" USING btree ("job_order_id","number");
  CREATE INDEX "job_postings_state_idx" ON "job_postings" USING btree ("state");
  CREATE INDEX "job_postings_city_idx" ON "job_postings" USING btree ("city");
  CREATE INDEX "job_postings_job_order_idx" ON "job_postings" USING btree ("job_order_id");
  CREATE INDEX "job_postings_site_idx" ON "job_postings" USING btree ("site");
  CREATE INDEX "job_postings_updated_at_idx" ON "job_postings" USING btree ("updated_at");
  CREATE INDEX "job_postings_created_at_idx" ON "job_postings" USING btree ("created_at");
  CREATE UNIQUE INDEX "site_slug_idx" ON "job_postings" USING btree ("site","slug");
  CREATE UNIQUE INDEX "jobOrder_site_idx" ON "job_postings" USING btree ("job_order_id","site");
  CREATE INDEX "submissions_state_idx" ON "submissions" USING btree ("state");
  CREATE INDEX "submissions_job_order_idx" ON "submissions" USING btree ("job_order_id");
  CREATE INDEX "submissions_candidate_idx" ON "submissions" USING btree ("candidate_id");
  CREATE INDEX "submissions_client_idx" ON "submissions" USING btree ("client_id");
  CREATE INDEX "submissions_stage_idx" ON "submissions" USING btree ("stage_id");
  CREATE INDEX "submissions_posting_idx" ON "submissions" USING btree ("posting_id");
  CREATE INDEX "submissions_cv_idx" ON "submissions" USING btree ("cv_id");
  CREATE INDEX "submissions_updated_at_idx" ON "submissions" USING btree ("updated_at");
  CREATE INDEX "submissions_created_at_idx" ON "submissions" USING btree ("created_at");
  CREATE INDEX "submissions_rels_order_idx" ON "submissions_rels" USING btree ("order");
  CREATE INDEX "submissions_rels_parent_idx" ON "submissions_rels" USING btree ("parent_id");
  CREATE INDEX "submissions_rels_path_idx" ON "submissions_rels" USING btree ("path");
  CREATE INDEX "submissions_rels_users_id_idx" ON "submissions_rels" USING btree ("users_id");
  CREATE INDEX "shortlists_state_idx" ON "shortlists" USING btree ("state");
  CREATE INDEX "shortlists_job_order_idx" ON "shortlists" USING btree ("job_order_id");
  CREATE INDEX "shortlists_client_idx" ON "shortlists" USING btree ("client_id");
  CREATE INDEX "shortlists_contact_idx" ON "shortlists" USING btree ("contact_id");
  CREATE INDEX "shortlists_updated_at_idx" ON "shortlists" USING btree ("updated_at");
  CREATE INDEX "shortlists_created_at_idx" ON "shortlists" USING btree ("created_at");
  CREATE INDEX "interviews_state_idx" ON "interviews" USING btree ("state");
  CREATE INDEX "interviews_submission_idx" ON "interviews" USING btree ("submission_id");
  CREATE INDEX "interviews_job_order_idx" ON "interviews" USING btree ("job_order_id");
  CREATE INDEX "interviews_candidate_idx" ON "interviews" USING btree ("candidate_id");
  CREATE INDEX "interviews_client_idx" ON "interviews" USING btree ("client_id");
  CREATE INDEX "interviews_contact_idx" ON "interviews" USING btree ("contact_id");
  CREATE INDEX "interviews_starts_at_idx" ON "interviews" USING btree ("starts_at");
  CREATE UNIQUE INDEX "interviews_uid_idx" ON "interviews" USING btree ("uid");
  CREATE INDEX "interviews_updated_at_idx" ON "interviews" USING btree ("updated_at");
  CREATE INDEX "interviews_created_at_idx" ON "interviews" USING btree ("created_at");
  CREATE INDEX "offers_state_idx" ON "offers" USING btree ("state");
  CREATE INDEX "offers_submission_idx" ON "offers" USING btree ("submission_id");
  CREATE INDEX "offers_job_order_idx" ON "offers" USING btree ("job_order_id");
  CREATE INDEX "offers_candidate_idx" ON "offers" USING btree ("candidate_id");
  CREATE INDEX "offers_client_idx" ON "offers" USING btree ("client_id");
  CREATE INDEX "offers_updated_at_idx" ON "offers" USING btree ("updated_at");
  CREATE INDEX "offers_created_at_idx" ON "offers" USING btree ("created_at");
  CREATE UNIQUE INDEX "submission_version_idx" ON "offers" USING btree ("submission_id","version");
  CREATE UNIQUE INDEX "candidates_ref_idx" ON "candidates" USING btree ("ref");
  CREATE INDEX "candidates_state_idx" ON "candidates" USING btree ("state");
  CREATE INDEX "candidates_name_idx" ON "candidates" USING btree ("name");
  CREATE INDEX "candidates_last_name_idx" ON "candidates" USING btree ("last_name");
  CREATE INDEX "candidates_city_idx" ON "candidates" USING btree ("city");
  CREATE INDEX "candidates_source_idx" ON "candidates" USING btree ("source");
  CREATE INDEX "candidates_owner_idx" ON "candidates" USING btree ("owner_id");
  CREATE INDEX "candidates_portal_account_idx" ON "candidates" USING btree ("portal_account_id");
  CREATE INDEX "candidates_updated_at_idx" ON "candidates" USING btree ("updated_at");
  CREATE INDEX "candidates_created_at_idx" ON "candidates" USING btree ("created_at");
  CREATE INDEX "candidates_deleted_at_idx" ON "candidates" USING btree ("deleted_at");
  CREATE INDEX "candidates_texts_order_parent" ON "candidates_texts" USING btree ("order","parent_id");
  CREATE INDEX "consents_candidate_idx" ON "consents" USING btree ("candidate_id");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  CREATE INDEX "documents_kind_idx" ON "documents" USING btree ("kind");
  CREATE INDEX "documents_candidate_idx" ON "documents" USING btree ("candidate_id");
  CREATE INDEX "documents_client_idx" ON "documents" USING btree ("client_id");
  CREATE INDEX "documents_text_state_idx" ON "documents" USING btree ("text_state");
  CREATE INDEX "documents_sha256_idx" ON "documents" USING btree ("sha256");
  CREATE INDEX "documents_subject_id_idx" ON "documents" USING btree ("subject_id");
  CREATE INDEX "documents_updated_at_idx" ON "documents" USING btree ("updated_at");
  CREATE INDEX "documents_created_at_idx" ON "documents" USING btree ("created_at");
  CREATE UNIQUE INDEX "documents_filename_idx" ON "documents" USING btree ("filename");
  CREATE UNIQUE INDEX "credential_types_name_idx" ON "credential_types" USING btree ("name");
  CREATE INDEX "credential_types_updated_at_idx" ON "credential_types" USING btree ("updated_at");
  CREATE INDEX "credential_types_created_at_idx" ON "credential_types" USING btree ("created_at");
  CREATE INDEX "credentials_state_idx" ON "credentials" USING btree ("state");
  CREATE INDEX "credentials_candidate_idx" ON "credentials" USING btree ("candidate_id");
  CREATE INDEX "credentials_type_idx" ON "credentials" USING btree ("type_id");
  CREATE INDEX "credentials_document_idx" ON "credentials" USING btree ("document_id");
  CREATE INDEX "credentials_updated_at_idx" ON "credentials" USING btree ("updated_at");
  CREATE INDEX "credentials_created_at_idx" ON "credentials" USING btree ("created_at");
  CREATE UNIQUE INDEX "client_corporations_ref_idx" ON "client_corporations" USING btree ("ref");
  CREATE INDEX "client_corporations_name_idx" ON "client_corporations" USING btree ("name");
  CREATE INDEX "client_corporations_status_idx" ON "client_corporations" USING btree ("status");
  CREATE INDEX "client_corporations_owner_idx" ON "client_corporations" USING btree ("owner_id");
  CREATE INDEX "client_corporations_legal_entity_idx" ON "client_corporations" USING btree ("legal_entity_id");
  CREATE INDEX "client_corporations_updated_at_idx" ON "client_corporations" USING btree ("updated_at");
  CREATE INDEX "client_corporations_created_at_idx" ON "client_corporations" USING btree ("created_at");
  CREATE INDEX "client_corporations_deleted_at_idx" ON "client_corporations" USING btree ("deleted_at");
  CREATE INDEX "client_contacts_name_idx" ON "client_contacts" USING btree ("name");
  CREATE INDEX "client_contacts_client_idx" ON "client_contacts" USING btree ("client_id");
  CREATE INDEX "client_contacts_last_name_idx" ON "client_contacts" USING btree ("last_name");
  CREATE INDEX "client_contacts_portal_account_idx" ON "client_contacts" USING btree ("portal_account_id");
  CREATE INDEX "client_contacts_email_normalised_idx" ON "client_contacts" USING btree ("email_normalised");
  CREATE INDEX "client_contacts_phone_e164_idx" ON "client_contacts" USING btree ("phone_e164");
  CREATE INDEX "client_contacts_updated_at_idx" ON "client_contacts" USING btree ("updated_at");
  CREATE INDEX "client_contacts_created_at_idx" ON "client_contacts" USING btree ("created_at");
  CREATE INDEX "client_contacts_deleted_at_idx" ON "client_contacts" USING btree ("deleted_at");
  CREATE INDEX "work_locations_client_idx" ON "work_locations" USING btree ("client_id");
  CREATE INDEX "work_locations_updated_at_idx" ON "work_locations" USING btree ("updated_at");
  CREATE INDEX "work_locations_created_at_idx" ON "work_locations" USING btree ("created_at");
  CREATE INDEX "rate_cards_client_idx" ON "rate_cards" USING btree ("client_id");
  CREATE INDEX "rate_cards_updated_at_idx" ON "rate_cards" USING btree ("updated_at");
  CREATE INDEX "rate_cards_created_at_idx" ON "rate_cards" USING btree ("created_at");
  CREATE INDEX "placements_state_idx" ON "placements" USING btree ("state");
  CREATE UNIQUE INDEX "placements_ref_idx" ON "placements" USING btree ("ref");
  CREATE INDEX "placements_candidate_idx" ON "placements" USING btree ("candidate_id");
  CREATE INDEX "placements_client_idx" ON "placements" USING btree ("client_id");
  CREATE INDEX "placements_work_location_idx" ON "placements" USING btree ("work_location_id");
  CREATE INDEX "placements_approver_idx" ON "placements" USING btree ("approver_id");
  CREATE INDEX "placements_owner_idx" ON "placements" USING btree ("owner_id");
  CREATE INDEX "placements_assignment_letter_idx" ON "placements" USING btree ("assignment_letter_id");
  CREATE INDEX "placements_job_order_idx" ON "placements" USING btree ("job_order_id");
  CREATE INDEX "placements_opening_idx" ON "placements" USING btree ("opening_id");
  CREATE INDEX "placements_submission_idx" ON "placements" USING btree ("submission_id");
  CREATE INDEX "placements_legal_entity_idx" ON "placements" USING btree ("legal_entity_id");
  CREATE INDEX "placements_updated_at_idx" ON "placements" USING btree ("updated_at");
  CREATE INDEX "placements_created_at_idx" ON "placements" USING btree ("created_at");
  CREATE INDEX "readiness_items_state_idx" ON "readiness_items" USING btree ("state");
  CREATE INDEX "readiness_items_placement_idx" ON "readiness_items" USING btree ("placement_id");
  CREATE INDEX "readiness_items_candidate_idx" ON "readiness_items" USING btree ("candidate_id");
  CREATE INDEX "readiness_items_credential_type_idx" ON "readiness_items" USING btree ("credential_type_id");
  CREATE INDEX "readiness_items_document_idx" ON "readiness_items" USING btree ("document_id");
  CREATE INDEX "readiness_items_updated_at_idx" ON "readiness_items" USING btree ("updated_at");
  CREATE INDEX "readiness_items_created_at_idx" ON "readiness_items" USING btree ("created_at");
  CREATE INDEX "timesheets_state_idx" ON "timesheets" USING btree ("state");
  CREATE UNIQUE INDEX "timesheets_ref_idx" ON "timesheets" USING btree ("ref");
  CREATE INDEX "timesheets_placement_idx" ON "timesheets" USING btree ("placement_id");
  CREATE INDEX "timesheets_candidate_idx" ON "timesheets" USING btree ("candidate_id");
  CREATE INDEX "timesheets_client_idx" ON "timesheets" USING btree ("client_id");
  CREATE INDEX "timesheets_legal_entity_idx" ON "timesheets" USING btree ("legal_entity_id");
  CREATE INDEX "timesheets_updated_at_idx" ON "timesheets" USING btree ("updated_at");
  CREATE INDEX "timesheets_created_at_idx" ON "timesheets" USING btree ("created_at");
  CREATE UNIQUE INDEX "placement_weekStartsOn_idx" ON "timesheets" USING btree ("placement_id","week_starts_on");
  CREATE INDEX "work_weeks_state_idx" ON "work_weeks" USING btree ("state");
  CREATE INDEX "work_weeks_candidate_idx" ON "work_weeks" USING btree ("candidate_id");
  CREATE INDEX "work_weeks_legal_entity_idx" ON "work_weeks" USING btree ("legal_entity_id");
  CREATE INDEX "work_weeks_updated_at_idx" ON "work_weeks" USING btree ("updated_at");
  CREATE INDEX "work_weeks_created_at_idx" ON "work_weeks" USING btree ("created_at");
  CREATE UNIQUE INDEX "candidate_legalEntity_weekStartsOn_idx" ON "work_weeks" USING btree ("candidate_id","legal_entity_id","week_starts_on");
  CREATE INDEX "pay_lines_placement_idx" ON "pay_lines" USING btree ("placement_id");
  CREATE INDEX "pay_lines_timesheet_idx" ON "pay_lines" USING btree ("timesheet_id");
  CREATE INDEX "pay_lines_candidate_idx" ON "pay_lines" USING btree ("candidate_id");
  CREATE INDEX "pay_lines_client_idx" ON "pay_lines" USING btree ("client_id");
  CREATE INDEX "pay_lines_legal_entity_idx" ON "pay_lines" USING btree ("legal_entity_id");
  CREATE INDEX "pay_lines_evaluation_idx" ON "pay_lines" USING btree ("evaluation");
  CREATE INDEX "pay_lines_reversal_of_idx" ON "pay_lines" USING btree ("reversal_of_id");
  CREATE INDEX "pay_lines_updated_at_idx" ON "pay_lines" USING btree ("updated_at");
  CREATE INDEX "pay_lines_created_at_idx" ON "pay_lines" USING btree ("created_at");
  CREATE INDEX "candidate_legalEntity_weekStartsOn_1_idx" ON "pay_lines" USING btree ("candidate_id","legal_entity_id","week_starts_on");
  CREATE INDEX "bill_lines_placement_idx" ON "bill_lines" USING btree ("placement_id");
  CREATE INDEX "bill_lines_timesheet_idx" ON "bill_lines" USING btree ("timesheet_id");
  CREATE INDEX "bill_lines_candidate_idx" ON "bill_lines" USING btree ("candidate_id");
  CREATE INDEX "bill_lines_client_idx" ON "bill_lines" USING btree ("client_id");
  CREATE INDEX "bill_lines_legal_entity_idx" ON "bill_lines" USING btree ("legal_entity_id");
  CREATE INDEX "bill_lines_evaluation_idx" ON "bill_lines" USING btree ("evaluation");
  CREATE INDEX "bill_lines_reversal_of_idx" ON "bill_lines" USING btree ("reversal_of_id");
  CREATE INDEX "bill_lines_updated_at_idx" ON "bill_lines" USING btree ("updated_at");
  CREATE INDEX "bill_lines_created_at_idx" ON "bill_lines" USING btree ("created_at");
  CREATE INDEX "candidate_legalEntity_weekStartsOn_2_idx" ON "bill_lines" USING btree ("candidate_id","legal_entity_id","week_starts_on");
  CREATE INDEX "client_legalEntity_weekStartsOn_idx" ON "bill_lines" USING btree ("client_id","legal_entity_id","week_starts_on");
  CREATE INDEX "payments_state_idx" ON "payments" USING btree ("state");
  CREATE UNIQUE INDEX "payments_ref_idx" ON "payments" USING btree ("ref");
  CREATE INDEX "payments_client_idx" ON "payments" USING btree ("client_id");
  CREATE INDEX "payments_attempt_idx" ON "payments" USING btree ("attempt_id");
  CREATE INDEX "payments_subject_id_idx" ON "payments" USING btree ("subject_id");
  CREATE INDEX "payments_updated_at_idx" ON "payments" USING btree ("updated_at");
  CREATE INDEX "payments_created_at_idx" ON "payments" USING btree ("created_at");
  CREATE INDEX "invoices_state_idx" ON "invoices" USING btree ("state");
  CREATE INDEX "invoices_number_idx" ON "invoices" USING btree ("number");
  CREATE INDEX "invoices_client_idx" ON "invoices" USING btree ("client_id");
  CREATE INDEX "invoices_contact_idx" ON "invoices" USING btree ("contact_id");
  CREATE INDEX "invoices_legal_entity_idx" ON "invoices" USING btree ("legal_entity_id");
  CREATE INDEX "invoices_credit_of_idx" ON "invoices" USING btree ("credit_of_id");
  CREATE INDEX "invoices_job_order_idx" ON "invoices" USING btree ("job_order_id");
  CREATE INDEX "invoices_placement_idx" ON "invoices" USING btree ("placement_id");
  CREATE INDEX "invoices_document_idx" ON "invoices" USING btree ("document_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "media_sizes_wide_sizes_wide_filename_idx" ON "media" USING btree ("sizes_wide_filename");
  CREATE UNIQUE INDEX "sites_hostname_idx" ON "sites" USING btree ("hostname");
  CREATE INDEX "sites_legal_entity_idx" ON "sites" USING btree ("legal_entity_id");
  CREATE INDEX "sites_logo_idx" ON "sites" USING btree ("logo_id");
  CREATE INDEX "sites_updated_at_idx" ON "sites" USING btree ("updated_at");
  CREATE INDEX "sites_created_at_idx" ON "sites" USING btree ("created_at");
  CREATE INDEX "sites_texts_order_parent" ON "sites_texts" USING btree ("order","parent_id");
  CREATE INDEX "pages_site_idx" ON "pages" USING btree ("site_id");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages_deleted_at_idx" ON "pages" USING btree ("deleted_at");
  CREATE INDEX "pages__status_idx" ON "pages" USING btree ("_status");
  CREATE INDEX "site_slug_1_idx" ON "pages" USING btree ("site_id","slug");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version_site_idx" ON "_pages_v" USING btree ("version_site_id");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version_deleted_at_idx" ON "_pages_v" USING btree ("version_deleted_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "version_site_version_slug_idx" ON "_pages_v" USING btree ("version_site_id","version_slug");
  CREATE INDEX "outbound_mails_state_idx" ON "outbound_mails" USING btree ("state");
  CREATE INDEX "outbound_mails_to_idx" ON "outbound_mails" USING btree ("to");
  CREATE UNIQUE INDEX "outbound_mails_dedupe_key_idx" ON "outbound_mails" USING btree ("dedupe_key");
  CREATE INDEX "outbound_mails_subject_id_idx" ON "outbound_mails" USING btree ("subject_id");
  CREATE INDEX "outbound_mails_updated_at_idx" ON "outbound_mails" USING btree ("updated_at");
  CREATE INDEX "outbound_mails_created_at_idx" ON "outbound_mails" USING btree ("created_at");
  CREATE INDEX "webhook_events_state_idx" ON "webhook_events" USING btree ("state");
  CREATE INDEX "webhook_events_payment_idx" ON "webhook_events" USING btree ("payment_id");
  CREATE INDEX "webhook_events_updated_at_idx" ON "webhook_events" USING btree ("updated_at");
  CREATE INDEX "webhook_events_created_at_idx" ON "webhook_events" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
  CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
  CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
  CREATE INDEX "users_rels_roles_id_idx" ON "users_rels" USING btree ("roles_id");
  CREATE UNIQUE INDEX "roles_key_idx" ON "roles" USING btree ("key");
  CREATE INDEX "roles_updated_at_idx" ON "roles" USING btree ("updated_at");
  CREATE INDEX "roles_created_at_idx" ON "roles" USING btree ("created_at");
  CREATE INDEX "portal_accounts_sessions_order_idx" ON "portal_accounts_sessions" USING btree ("_order");
  CREATE INDEX "portal_accounts_sessions_parent_id_idx" ON "portal_accounts_sessions" USING btree ("_parent_id");
  CREATE INDEX "portal_accounts_candidate_idx" ON "portal_accounts" USING btree ("candidate_id");
  CREATE INDEX "portal_accounts_contact_idx" ON "portal_accounts" USING btree ("contact_id");
  CREATE INDEX "portal_accounts_client_idx" ON "portal_accounts" USING btree ("client_id");
  CREATE INDEX "portal_accounts_updated_at_idx" ON "portal_accounts" USING btree ("updated_at");
  CREATE INDEX "portal_accounts_created_at_idx" ON "portal_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "portal_accounts_email_idx" ON "portal_accounts" USING btree ("email");
  CREATE INDEX "legal_entities_updated_at_idx" ON "legal_entities" USING btree ("updated_at");
  CREATE INDEX "legal_entities_created_at_idx" ON "legal_entities" USING btree ("created_at");
  CREATE INDEX "offices_legal_entity_idx" ON "offices" USING btree ("legal_entity_id");
  CREATE INDEX "offices_updated_at_idx" ON "offices" USING btree ("updated_at");
  CREATE INDEX "offices_created_at_idx" ON "offices" USING btree ("created_at");
  CREATE INDEX "stages_state_idx" ON "stages" USING btree ("state");
  CREATE INDEX "stages_updated_at_idx" ON "stages" USING btree ("updated_at");
  CREATE INDEX "stages_created_at_idx" ON "stages" USING btree ("created_at");
  CREATE INDEX "payment_attempts_state_idx" ON "payment_attempts" USING btree ("state");
  CREATE INDEX "payment_attempts_client_idx" ON "payment_attempts" USING btree ("client_id");
  CREATE UNIQUE INDEX "payment_attempts_idempotency_key_idx" ON "payment_attempts" USING btree ("idempotency_key");
  CREATE INDEX "payment_attempts_session_id_idx" ON "payment_attempts" USING btree ("session_id");
  CREATE INDEX "payment_attempts_updated_at_idx" ON "payment_attempts" USING btree ("updated_at");
  CREATE INDEX "payment_attempts_created_at_idx" ON "payment_attempts" USING btree ("created_at");
  CREATE INDEX "shortlist_items_shortlist_idx" ON "shortlist_items" USING btree ("shortlist_id");
  CREATE INDEX "shortlist_items_submission_idx" ON "shortlist_items" USING btree ("submission_id");
  CREATE INDEX "shortlist_items_job_order_idx" ON "shortlist_items" USING btree ("job_order_id");
  CREATE INDEX "shortlist_items_candidate_idx" ON "shortlist_items" USING btree ("candidate_id");
  CREATE INDEX "shortlist_items_client_idx" ON "shortlist_items" USING btree ("client_id");
  CREATE INDEX "shortlist_items_updated_at_idx" ON "shortlist_items" USING btree ("updated_at");
  CREATE INDEX "shortlist_items_created_at_idx" ON "shortlist_items" USING btree ("created_at");
  CREATE UNIQUE INDEX "shortlist_submission_idx" ON "shortlist_items" USING btree ("shortlist_id","submission_id");
  CREATE INDEX "placement_terms_placement_idx" ON "placement_terms" USING btree ("placement_id");
  CREATE INDEX "placement_terms_work_location_idx" ON "placement_terms" USING btree ("work_location_id");
  CREATE INDEX "placement_terms_updated_at_idx" ON "placement_terms" USING btree ("updated_at");
  CREATE INDEX "placement_terms_created_at_idx" ON "placement_terms" USING btree ("created_at");
  CREATE UNIQUE INDEX "placement_version_idx" ON "placement_terms" USING btree ("placement_id","version");
  CREATE INDEX "time_entries_timesheet_idx" ON "time_entries" USING btree ("timesheet_id");
  CREATE INDEX "time_entries_terms_idx" ON "time_entries" USING btree ("terms_id");
  CREATE INDEX "time_entries_updated_at_idx" ON "time_entries" USING btree ("updated_at");
  CREATE INDEX "time_entries_created_at_idx" ON "time_entries" USING btree ("created_at");
  CREATE INDEX "invoice_lines_invoice_idx" ON "invoice_lines" USING btree ("invoice_id");
  CREATE INDEX "invoice_lines_placement_idx" ON "invoice_lines" USING btree ("placement_id");
  CREATE INDEX "invoice_lines_timesheet_idx" ON "invoice_lines" USING btree ("timesheet_id");
  CREATE INDEX "invoice_lines_updated_at_idx" ON "invoice_lines" USING btree ("updated_at");
  CREATE INDEX "invoice_lines_created_at_idx" ON "invoice_lines" USING btree ("created_at");
  CREATE INDEX "allocations_payment_idx" ON "allocations" USING btree ("payment_id");
  CREATE INDEX "allocations_invoice_idx" ON "allocations" USING btree ("invoice_id");
  CREATE INDEX "allocations_updated_at_idx" ON "allocations" USING btree ("updated_at");
  CREATE INDEX "allocations_created_at_idx" ON "allocations" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_order_requests_id_idx" ON "payload_locked_documents_rels" USING btree ("order_requests_id");
  CREATE INDEX "payload_locked_documents_rels_job_orders_id_idx" ON "payload_locked_documents_rels" USING btree ("job_orders_id");
  CREATE INDEX "payload_locked_documents_rels_job_postings_id_idx" ON "payload_locked_documents_rels" USING btree ("job_postings_id");
  CREATE INDEX "payload_locked_documents_rels_candidates_id_idx" ON "payload_locked_documents_rels" USING btree ("candidates_id");
  CREATE INDEX "payload_locked_documents_rels_credential_types_id_idx" ON "payload_locked_documents_rels" USING btree ("credential_types_id");
  CREATE INDEX "payload_locked_documents_rels_credentials_id_idx" ON "payload_locked_documents_rels" USING btree ("credentials_id");
  CREATE INDEX "payload_locked_documents_rels_client_corporations_id_idx" ON "payload_locked_documents_rels" USING btree ("client_corporations_id");
  CREATE INDEX "payload_locked_documents_rels_client_contacts_id_idx" ON "payload_locked_documents_rels" USING btree ("client_contacts_id");
  CREATE INDEX "payload_locked_documents_rels_work_locations_id_idx" ON "payload_locked_documents_rels" USING btree ("work_locations_id");
  CREATE INDEX "payload_locked_documents_rels_rate_cards_id_idx" ON "payload_locked_documents_rels" USING btree ("rate_cards_id");
  CREATE INDEX "payload_locked_documents_rels_placements_id_idx" ON "payload_locked_documents_rels" USING btree ("placements_id");
  CREATE INDEX "payload_locked_documents_rels_invoices_id_idx" ON "payload_locked_documents_rels" USING btree ("invoices_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_sites_id_idx" ON "payload_locked_documents_rels" USING btree ("sites_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_roles_id_idx" ON "payload_locked_documents_rels" USING btree ("roles_id");
  CREATE INDEX "payload_locked_documents_rels_legal_entities_id_idx" ON "payload_locked_documents_rels" USING btree ("legal_entities_id");
  CREATE INDEX "payload_locked_documents_rels_offices_id_idx" ON "payload_locked_documents_rels" USING btree ("offices_id");
  CREATE INDEX "payload_locked_documents_rels_stages_id_idx" ON "payload_locked_documents_rels" USING btree ("stages_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_portal_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("portal_accounts_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_portal_accounts_id_idx" ON "payload_preferences_rels" USING btree ("portal_accounts_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "order_requests" CASCADE;
  DROP TABLE "job_orders" CASCADE;
  DROP TABLE "job_orders_texts" CASCADE;
  DROP TABLE "job_orders_rels" CASCADE;
  DROP TABLE "openings" CASCADE;
  DROP TABLE "job_postings" CASCADE;
  DROP TABLE "submissions" CASCADE;
  DROP TABLE "submissions_rels" CASCADE;
  DROP TABLE "shortlists" CASCADE;
  DROP TABLE "interviews" CASCADE;
  DROP TABLE "offers" CASCADE;
  DROP TABLE "candidates" CASCADE;
  DROP TABLE "candidates_texts" CASCADE;
  DROP TABLE "consents" CASCADE;
  DROP TABLE "documents" CASCADE;
  DROP TABLE "credential_types" CASCADE;
  DROP TABLE "credentials" CASCADE;
  DROP TABLE "client_corporations" CASCADE;
  DROP TABLE "client_contacts" CASCADE;
  DROP TABLE "work_locations" CASCADE;
  DROP TABLE "rate_cards" CASCADE;
  DROP TABLE "placements" CASCADE;
  DROP TABLE "readiness_items" CASCADE;
  DROP TABLE "timesheets" CASCADE;
  DROP TABLE "work_weeks" CASCADE;
  DROP TABLE "pay_lines" CASCADE;
  DROP TABLE "bill_lines" CASCADE;
  DROP TABLE "payments" CASCADE;
  DROP TABLE "invoices" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "sites" CASCADE;
  DROP TABLE "sites_texts" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "outbound_mails" CASCADE;
  DROP TABLE "webhook_events" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "users_rels" CASCADE;
  DROP TABLE "roles" CASCADE;
  DROP TABLE "portal_accounts_sessions" CASCADE;
  DROP TABLE "portal_accounts" CASCADE;
  DROP TABLE "legal_entities" CASCADE;
  DROP TABLE "offices" CASCADE;
  DROP TABLE "stages" CASCADE;
  DROP TABLE "payment_attempts" CASCADE;
  DROP TABLE "shortlist_items" CASCADE;
  DROP TABLE "placement_terms" CASCADE;
  DROP TABLE "time_entries" CASCADE;
  DROP TABLE "invoice_lines" CASCADE;
  DROP TABLE "allocations" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_order_requests_pay_period";
  DROP TYPE "public"."enum_order_requests_channel";
  DROP TYPE "public"."enum_job_orders_employment_type";
  DROP TYPE "public"."enum_job_orders_screening_kind";
  DROP TYPE "public"."enum_job_orders_screening_knock_out";
  DROP TYPE "public"."enum_job_postings_employment_type";
  DROP TYPE "public"."enum_submissions_source";
  DROP TYPE "public"."enum_submissions_rejected_by";
  DROP TYPE "public"."enum_submissions_reject_reason";
  DROP TYPE "public"."enum_interviews_mode";
  DROP TYPE "public"."enum_consents_purpose";
  DROP TYPE "public"."enum_documents_kind";
  DROP TYPE "public"."enum_documents_text_state";
  DROP TYPE "public"."enum_documents_scan_status";
  DROP TYPE "public"."enum_client_corporations_overtime_billing";
  DROP TYPE "public"."enum_client_corporations_status";
  DROP TYPE "public"."enum_placements_employment_type";
  DROP TYPE "public"."enum_readiness_items_kind";
  DROP TYPE "public"."enum_payments_provider";
  DROP TYPE "public"."enum_invoices_kind";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_status";
  DROP TYPE "public"."enum_legal_entities_rule_set";
  DROP TYPE "public"."enum_shortlist_items_decision";
  DROP TYPE "public"."enum_shortlist_items_reason";
  DROP TYPE "public"."enum_placement_terms_overtime_billing";
  DROP TYPE "public"."enum_invoice_lines_unit";
  DROP TYPE "public"."enum_invoice_lines_tax_category";`)
}
