-- CreateEnum
CREATE TYPE "Role" AS ENUM ('PROVINCE_STAFF', 'PROVINCE_LEADER', 'CENTRAL_STAFF', 'CENTRAL_REVIEWER', 'CENTRAL_OFFICE', 'SYSTEM_ADMIN', 'GUEST');

-- CreateEnum
CREATE TYPE "HeadshipRole" AS ENUM ('HEAD', 'DEPUTY');

-- CreateEnum
CREATE TYPE "IndicatorScope" AS ENUM ('NATIONAL', 'CLUSTER', 'UNIT');

-- CreateEnum
CREATE TYPE "FigureKind" AS ENUM ('COUNT', 'MONEY', 'RATIO', 'PERCENTAGE', 'YES_NO', 'TEXT', 'COMPOSITE');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER');

-- CreateEnum
CREATE TYPE "Aggregation" AS ENUM ('SUM', 'RATIO_OF_SUMS', 'MAXIMUM', 'NONE');

-- CreateEnum
CREATE TYPE "FigureNature" AS ENUM ('FLOW', 'STOCK', 'INCREASE');

-- CreateEnum
CREATE TYPE "YearState" AS ENUM ('PREPARING', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "PeriodKind" AS ENUM ('REGISTRATION', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR_ESTIMATE', 'YEAR_FINAL');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('DRAFT', 'PRESENTED', 'SENT', 'CHECKED', 'ADDITIONS_REQUESTED', 'CONFIRMED', 'LOCKED');

-- CreateEnum
CREATE TYPE "FigureMeasure" AS ENUM ('MAIN', 'TO_DATE');

-- CreateEnum
CREATE TYPE "AdjustmentState" AS ENUM ('REQUESTED', 'APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "UnitLevel" AS ENUM ('CENTRAL', 'PROVINCE');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "unit_id" UUID,
    "cluster_year_id" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_account_id" UUID NOT NULL,
    "to_account_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "organisers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_sets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organiser_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "predecessor_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cluster_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clusters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clusters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_years" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "emulation_year_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "motto" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cluster_years_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_memberships" (
    "cluster_year_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "source_id" UUID,
    "inferred" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "cluster_memberships_pkey" PRIMARY KEY ("cluster_year_id","unit_id")
);

-- CreateTable
CREATE TABLE "headships" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "HeadshipRole" NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "source_id" UUID,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "headships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_files" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "indicator_id" UUID,
    "section" TEXT,
    "name" TEXT NOT NULL,
    "media_type" TEXT,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA,
    "chunk_count" INTEGER NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "completed_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_chunks" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_chunks_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "indicator_sets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "emulation_year_id" UUID NOT NULL,
    "scope" "IndicatorScope" NOT NULL,
    "cluster_id" UUID,
    "unit_id" UUID,
    "name" TEXT NOT NULL,
    "completion_scheme_id" UUID NOT NULL,
    "source_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "frozen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_set_versions" (
    "set_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "indicator_set_versions_pkey" PRIMARY KEY ("set_id","version")
);

-- CreateTable
CREATE TABLE "indicator_groups" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "set_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "indicator_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "set_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "FigureKind" NOT NULL,
    "measure_unit" TEXT NOT NULL,
    "display_unit" TEXT,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "direction" "Direction" NOT NULL DEFAULT 'HIGHER_IS_BETTER',
    "aggregation" "Aggregation" NOT NULL,
    "nature" "FigureNature" NOT NULL DEFAULT 'FLOW',
    "cumulative" BOOLEAN NOT NULL DEFAULT true,
    "numerator_may_pass" BOOLEAN NOT NULL DEFAULT false,
    "parts" TEXT[],
    "breakdown" TEXT[],
    "evidence_required" BOOLEAN NOT NULL DEFAULT false,
    "definition" TEXT,
    "definition_source" TEXT,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_indicators" (
    "indicator_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "not_assigned" BOOLEAN NOT NULL DEFAULT false,
    "assigned_target" TEXT,
    "provincial_target" TEXT,
    "note" TEXT,

    CONSTRAINT "unit_indicators_pkey" PRIMARY KEY ("indicator_id","unit_id")
);

-- CreateTable
CREATE TABLE "completion_schemes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bands" JSONB NOT NULL,

    CONSTRAINT "completion_schemes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_figures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "period" "PeriodKind" NOT NULL DEFAULT 'YEAR_FINAL',
    "raw" TEXT NOT NULL,
    "amount" DECIMAL(40,6),
    "denominator" DECIMAL(40,6),
    "qualifier" TEXT NOT NULL DEFAULT 'EXACT',
    "words" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "note" TEXT,

    CONSTRAINT "cluster_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emulation_years" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organiser_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "theme" TEXT,
    "theme_source_id" UUID,
    "state" "YearState" NOT NULL DEFAULT 'PREPARING',
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "emulation_years_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_periods" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "emulation_year_id" UUID NOT NULL,
    "kind" "PeriodKind" NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reporting_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actor_id" UUID,
    "on_behalf_of_id" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "unit_id" UUID,
    "cluster_year_id" UUID,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "cluster_year_id" UUID,
    "state" "ReportState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "data_version" INTEGER NOT NULL DEFAULT 0,
    "first_sent_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "late_days" INTEGER NOT NULL DEFAULT 0,
    "additions_due_at" TIMESTAMPTZ(3),
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measure" "FigureMeasure" NOT NULL DEFAULT 'MAIN',
    "raw" TEXT NOT NULL,
    "amount" DECIMAL(40,6),
    "denominator" DECIMAL(40,6),
    "qualifier" TEXT NOT NULL DEFAULT 'EXACT',
    "yes" BOOLEAN,
    "words" TEXT,
    "parts" DECIMAL(40,6)[],
    "breakdown" JSONB,
    "blank_reason" TEXT,
    "note" TEXT,
    "as_of" DATE,
    "fact_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by_id" UUID,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_revisions" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measure" "FigureMeasure" NOT NULL,
    "data_version" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "figure_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_projections" (
    "report_id" UUID NOT NULL,
    "cells" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "report_projections_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "report_events" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "from" "ReportState",
    "to" "ReportState" NOT NULL,
    "by_id" UUID,
    "on_behalf_of_id" UUID,
    "capacity" TEXT,
    "reason" TEXT,
    "data_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "report_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_views" (
    "account_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "data_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "report_views_pkey" PRIMARY KEY ("account_id","report_id")
);

-- CreateTable
CREATE TABLE "narrative_sections" (
    "report_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by_id" UUID,

    CONSTRAINT "narrative_sections_pkey" PRIMARY KEY ("report_id","section")
);

-- CreateTable
CREATE TABLE "figure_comments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "figure_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_adjustments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "old_raw" TEXT NOT NULL,
    "new_raw" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "paper_file_id" UUID,
    "state" "AdjustmentState" NOT NULL DEFAULT 'REQUESTED',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "target_adjustments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_duties" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ends_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "indicator_duties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "letter" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "published_on" DATE,
    "date_note" TEXT,
    "url" TEXT,
    "note" TEXT,
    "text" TEXT,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fact_id" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "year" INTEGER,
    "cluster_year_id" UUID,
    "unit_id" UUID,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "not_stated" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "level" "UnitLevel" NOT NULL DEFAULT 'PROVINCE',
    "valid_from" DATE,
    "valid_to" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_designations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "source" TEXT,

    CONSTRAINT "unit_designations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_aliases" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "unit_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_successions" (
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "decision" TEXT,

    CONSTRAINT "unit_successions_pkey" PRIMARY KEY ("predecessor_id","successor_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "role_grants_account_id_idx" ON "role_grants"("account_id");

-- CreateIndex
CREATE INDEX "role_grants_unit_id_idx" ON "role_grants"("unit_id");

-- CreateIndex
CREATE INDEX "role_grants_cluster_year_id_idx" ON "role_grants"("cluster_year_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_account_id_idx" ON "invitations"("account_id");

-- CreateIndex
CREATE INDEX "delegations_to_account_id_idx" ON "delegations"("to_account_id");

-- CreateIndex
CREATE INDEX "delegations_from_account_id_idx" ON "delegations"("from_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisers_slug_key" ON "organisers"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_sets_slug_key" ON "cluster_sets"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "clusters_slug_key" ON "clusters"("slug");

-- CreateIndex
CREATE INDEX "cluster_years_year_idx" ON "cluster_years"("year");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_years_cluster_id_emulation_year_id_key" ON "cluster_years"("cluster_id", "emulation_year_id");

-- CreateIndex
CREATE INDEX "cluster_memberships_unit_id_idx" ON "cluster_memberships"("unit_id");

-- CreateIndex
CREATE INDEX "headships_cluster_year_id_idx" ON "headships"("cluster_year_id");

-- CreateIndex
CREATE INDEX "headships_unit_id_idx" ON "headships"("unit_id");

-- CreateIndex
CREATE INDEX "evidence_files_report_id_indicator_id_idx" ON "evidence_files"("report_id", "indicator_id");

-- CreateIndex
CREATE INDEX "indicator_sets_emulation_year_id_scope_idx" ON "indicator_sets"("emulation_year_id", "scope");

-- CreateIndex
CREATE INDEX "indicator_groups_set_id_idx" ON "indicator_groups"("set_id");

-- CreateIndex
CREATE INDEX "indicators_code_idx" ON "indicators"("code");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_set_id_code_key" ON "indicators"("set_id", "code");

-- CreateIndex
CREATE INDEX "unit_indicators_unit_id_idx" ON "unit_indicators"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_schemes_code_key" ON "completion_schemes"("code");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_figures_cluster_year_id_indicator_id_period_key" ON "cluster_figures"("cluster_year_id", "indicator_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "emulation_years_organiser_id_year_key" ON "emulation_years"("organiser_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_periods_emulation_year_id_kind_key" ON "reporting_periods"("emulation_year_id", "kind");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_entity_entity_id_idx" ON "audit_entries"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_at_idx" ON "audit_entries"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_unit_id_at_idx" ON "audit_entries"("unit_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_keys_at_idx" ON "idempotency_keys"("at");

-- CreateIndex
CREATE INDEX "reports_cluster_year_id_period_id_idx" ON "reports"("cluster_year_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_unit_id_period_id_key" ON "reports"("unit_id", "period_id");

-- CreateIndex
CREATE INDEX "figures_indicator_id_idx" ON "figures"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "figures_report_id_indicator_id_measure_key" ON "figures"("report_id", "indicator_id", "measure");

-- CreateIndex
CREATE INDEX "figure_revisions_report_id_data_version_idx" ON "figure_revisions"("report_id", "data_version");

-- CreateIndex
CREATE INDEX "figure_revisions_report_id_indicator_id_idx" ON "figure_revisions"("report_id", "indicator_id");

-- CreateIndex
CREATE INDEX "report_events_report_id_at_idx" ON "report_events"("report_id", "at");

-- CreateIndex
CREATE INDEX "figure_comments_report_id_idx" ON "figure_comments"("report_id");

-- CreateIndex
CREATE INDEX "target_adjustments_report_id_idx" ON "target_adjustments"("report_id");

-- CreateIndex
CREATE INDEX "indicator_duties_unit_id_indicator_id_idx" ON "indicator_duties"("unit_id", "indicator_id");

-- CreateIndex
CREATE INDEX "indicator_duties_account_id_idx" ON "indicator_duties"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_slug_key" ON "sources"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "sources_letter_key" ON "sources"("letter");

-- CreateIndex
CREATE INDEX "statements_cluster_year_id_idx" ON "statements"("cluster_year_id");

-- CreateIndex
CREATE INDEX "statements_unit_id_year_idx" ON "statements"("unit_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "statements_fact_id_position_section_key" ON "statements"("fact_id", "position", "section");

-- CreateIndex
CREATE UNIQUE INDEX "units_slug_key" ON "units"("slug");

-- CreateIndex
CREATE INDEX "unit_designations_unit_id_valid_from_idx" ON "unit_designations"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_designations_code_idx" ON "unit_designations"("code");

-- CreateIndex
CREATE INDEX "unit_aliases_folded_idx" ON "unit_aliases"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "unit_aliases_unit_id_alias_key" ON "unit_aliases"("unit_id", "alias");

-- CreateIndex
CREATE INDEX "unit_successions_successor_id_idx" ON "unit_successions"("successor_id");

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_account_id_fkey" FOREIGN KEY ("from_account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_account_id_fkey" FOREIGN KEY ("to_account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_sets" ADD CONSTRAINT "cluster_sets_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_sets" ADD CONSTRAINT "cluster_sets_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "cluster_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_sets" ADD CONSTRAINT "cluster_sets_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_years" ADD CONSTRAINT "cluster_years_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "clusters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_years" ADD CONSTRAINT "cluster_years_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "cluster_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_years" ADD CONSTRAINT "cluster_years_emulation_year_id_fkey" FOREIGN KEY ("emulation_year_id") REFERENCES "emulation_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_memberships" ADD CONSTRAINT "cluster_memberships_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_memberships" ADD CONSTRAINT "cluster_memberships_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_memberships" ADD CONSTRAINT "cluster_memberships_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headships" ADD CONSTRAINT "headships_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headships" ADD CONSTRAINT "headships_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headships" ADD CONSTRAINT "headships_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_chunks" ADD CONSTRAINT "evidence_chunks_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "evidence_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_emulation_year_id_fkey" FOREIGN KEY ("emulation_year_id") REFERENCES "emulation_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "clusters"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_completion_scheme_id_fkey" FOREIGN KEY ("completion_scheme_id") REFERENCES "completion_schemes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_sets" ADD CONSTRAINT "indicator_sets_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_set_versions" ADD CONSTRAINT "indicator_set_versions_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "indicator_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_groups" ADD CONSTRAINT "indicator_groups_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "indicator_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "indicator_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "indicator_groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_indicators" ADD CONSTRAINT "unit_indicators_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_indicators" ADD CONSTRAINT "unit_indicators_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_figures" ADD CONSTRAINT "cluster_figures_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_figures" ADD CONSTRAINT "cluster_figures_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_figures" ADD CONSTRAINT "cluster_figures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emulation_years" ADD CONSTRAINT "emulation_years_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organisers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emulation_years" ADD CONSTRAINT "emulation_years_theme_source_id_fkey" FOREIGN KEY ("theme_source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_periods" ADD CONSTRAINT "reporting_periods_emulation_year_id_fkey" FOREIGN KEY ("emulation_year_id") REFERENCES "emulation_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_periods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_projections" ADD CONSTRAINT "report_projections_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_views" ADD CONSTRAINT "report_views_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_views" ADD CONSTRAINT "report_views_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_sections" ADD CONSTRAINT "narrative_sections_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_comments" ADD CONSTRAINT "figure_comments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_comments" ADD CONSTRAINT "figure_comments_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_comments" ADD CONSTRAINT "figure_comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_adjustments" ADD CONSTRAINT "target_adjustments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_adjustments" ADD CONSTRAINT "target_adjustments_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_duties" ADD CONSTRAINT "indicator_duties_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_duties" ADD CONSTRAINT "indicator_duties_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_duties" ADD CONSTRAINT "indicator_duties_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_designations" ADD CONSTRAINT "unit_designations_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_aliases" ADD CONSTRAINT "unit_aliases_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
