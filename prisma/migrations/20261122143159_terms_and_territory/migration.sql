-- CreateEnum
CREATE TYPE "TermManner" AS ENUM ('YEARLY', 'CUMULATIVE', 'LEVEL');

-- CreateEnum
CREATE TYPE "TermReviewKind" AS ENUM ('MIDTERM', 'FINAL');

-- CreateEnum
CREATE TYPE "TerritoryChangeKind" AS ENUM ('MERGER', 'SPLIT');

-- CreateTable
CREATE TABLE "terms" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID,
    "slug" TEXT NOT NULL,
    "start_year" INTEGER,
    "end_year" INTEGER,
    "congress_number" INTEGER,
    "congress_on" DATE,
    "congress_date_note" TEXT,
    "resolution" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "facts" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_targets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "term_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT,
    "name" TEXT,
    "manner" "TermManner" NOT NULL DEFAULT 'CUMULATIVE',
    "kind" "FigureKind" NOT NULL DEFAULT 'COUNT',
    "measure_unit" TEXT NOT NULL DEFAULT '',
    "display_unit" TEXT,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "direction" "Direction" NOT NULL DEFAULT 'HIGHER_IS_BETTER',
    "plan" TEXT,
    "base" TEXT,
    "note" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source_id" UUID,
    "fact_id" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_targets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_milestones" (
    "target_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "plan" TEXT NOT NULL,

    CONSTRAINT "term_milestones_pkey" PRIMARY KEY ("target_id","year")
);

-- CreateTable
CREATE TABLE "term_target_indicators" (
    "target_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "term_target_indicators_pkey" PRIMARY KEY ("target_id","code")
);

-- CreateTable
CREATE TABLE "term_target_links" (
    "target_id" UUID NOT NULL,
    "national_id" UUID NOT NULL,

    CONSTRAINT "term_target_links_pkey" PRIMARY KEY ("target_id","national_id")
);

-- CreateTable
CREATE TABLE "term_progress" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "target_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "as_of" DATE,
    "origin" TEXT NOT NULL,
    "note" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source_id" UUID,
    "fact_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_reviews" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "term_id" UUID NOT NULL,
    "kind" "TermReviewKind" NOT NULL,
    "meeting" TEXT,
    "held_on" DATE,
    "date_note" TEXT,
    "place" TEXT,
    "as_of" DATE,
    "bands" JSONB,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_by_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source_id" UUID,
    "fact_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_review_sections" (
    "review_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fact_id" TEXT,

    CONSTRAINT "term_review_sections_pkey" PRIMARY KEY ("review_id","section")
);

-- CreateTable
CREATE TABLE "term_review_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "review_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "target_id" UUID,
    "number" TEXT,
    "name" TEXT,
    "manner" "TermManner",
    "plan" TEXT,
    "expected" TEXT,
    "result" TEXT,
    "years" INTEGER[],
    "percent" TEXT,
    "qualifier" TEXT NOT NULL DEFAULT 'EXACT',
    "class" TEXT,
    "label" TEXT,
    "note" TEXT,
    "fact_id" TEXT,

    CONSTRAINT "term_review_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "territory_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "TerritoryChangeKind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "decision" TEXT NOT NULL,
    "predecessor_ids" UUID[],
    "successor_ids" UUID[],
    "plan" JSONB NOT NULL,
    "trace" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "applied_by_id" UUID NOT NULL,
    "reverted_at" TIMESTAMPTZ(3),
    "reverted_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "territory_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "terms_unit_id_slug_key" ON "terms"("unit_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "term_targets_term_id_position_key" ON "term_targets"("term_id", "position");

-- CreateIndex
CREATE INDEX "term_target_indicators_code_idx" ON "term_target_indicators"("code");

-- CreateIndex
CREATE INDEX "term_target_links_national_id_idx" ON "term_target_links"("national_id");

-- CreateIndex
CREATE UNIQUE INDEX "term_progress_target_id_year_key" ON "term_progress"("target_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "term_reviews_term_id_kind_key" ON "term_reviews"("term_id", "kind");

-- CreateIndex
CREATE INDEX "term_review_items_target_id_idx" ON "term_review_items"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "term_review_items_review_id_position_key" ON "term_review_items"("review_id", "position");

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_targets" ADD CONSTRAINT "term_targets_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "terms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_targets" ADD CONSTRAINT "term_targets_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_milestones" ADD CONSTRAINT "term_milestones_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "term_targets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_target_indicators" ADD CONSTRAINT "term_target_indicators_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "term_targets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_target_links" ADD CONSTRAINT "term_target_links_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "term_targets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_target_links" ADD CONSTRAINT "term_target_links_national_id_fkey" FOREIGN KEY ("national_id") REFERENCES "term_targets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_progress" ADD CONSTRAINT "term_progress_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "term_targets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_progress" ADD CONSTRAINT "term_progress_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_reviews" ADD CONSTRAINT "term_reviews_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "terms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_reviews" ADD CONSTRAINT "term_reviews_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_review_sections" ADD CONSTRAINT "term_review_sections_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "term_reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_review_items" ADD CONSTRAINT "term_review_items_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "term_reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_review_items" ADD CONSTRAINT "term_review_items_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "term_targets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The terms of the central union carry no unit, which the composite key lets repeat.
CREATE UNIQUE INDEX "terms_national_slug_key" ON "terms"("slug") WHERE "unit_id" IS NULL;
ALTER TABLE "terms" ADD CONSTRAINT "terms_span" CHECK ("start_year" <= "end_year");
ALTER TABLE "terms" ADD CONSTRAINT "terms_years_together" CHECK (("start_year" IS NULL) = ("end_year" IS NULL));
