-- CreateEnum
CREATE TYPE "DocumentState" AS ENUM ('DRAFT', 'PRESENTED', 'ISSUED', 'DISCARDED');

-- CreateTable
CREATE TABLE "letterheads" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "preset" TEXT NOT NULL,
    "superior" TEXT,
    "issuer" TEXT,
    "abbreviation" TEXT NOT NULL,
    "place" TEXT,
    "signatory" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "letterheads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "official_documents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "cluster_year_id" UUID,
    "unit_id" UUID,
    "state" "DocumentState" NOT NULL DEFAULT 'DRAFT',
    "texts" JSONB NOT NULL DEFAULT '{}',
    "number" TEXT,
    "symbol" TEXT NOT NULL DEFAULT '',
    "place" TEXT,
    "dated_on" DATE,
    "signatory" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "official_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_events" (
    "id" BIGSERIAL NOT NULL,
    "document_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "from" "DocumentState",
    "to" "DocumentState" NOT NULL,
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "document_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_issues" (
    "document_id" UUID NOT NULL,
    "paper" JSONB NOT NULL,
    "docx" BYTEA NOT NULL,
    "docx_sha256" BYTEA NOT NULL,
    "pdf" BYTEA NOT NULL,
    "pdf_sha256" BYTEA NOT NULL,
    "data_digest" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "document_issues_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "letterheads_owner_kind_owner_id_valid_from_key" ON "letterheads"("owner_kind", "owner_id", "valid_from");

-- CreateIndex
CREATE INDEX "official_documents_cluster_year_id_unit_id_idx" ON "official_documents"("cluster_year_id", "unit_id");

-- CreateIndex
CREATE INDEX "official_documents_subject_kind_subject_id_kind_idx" ON "official_documents"("subject_kind", "subject_id", "kind");

-- CreateIndex
CREATE INDEX "document_events_document_id_id_idx" ON "document_events"("document_id", "id");

-- AddForeignKey
ALTER TABLE "official_documents" ADD CONSTRAINT "official_documents_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_documents" ADD CONSTRAINT "official_documents_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_events" ADD CONSTRAINT "document_events_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "official_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_issues" ADD CONSTRAINT "document_issues_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "official_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One paper of a kind about a subject under way at a time.
CREATE UNIQUE INDEX "official_documents_under_way" ON "official_documents" ("kind", "subject_id", "cluster_year_id", "unit_id")
  NULLS NOT DISTINCT WHERE "state" IN ('DRAFT', 'PRESENTED');
ALTER TABLE "letterheads" ADD CONSTRAINT "letterheads_owner_known" CHECK ("owner_kind" IN ('UNIT', 'CLUSTER'));
ALTER TABLE "letterheads" ADD CONSTRAINT "letterheads_preset_known" CHECK ("preset" IN ('ND30', 'HOI', 'DANG'));

CREATE TRIGGER document_events_append_only BEFORE UPDATE OR DELETE ON "document_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();
CREATE TRIGGER document_issues_append_only BEFORE UPDATE OR DELETE ON "document_issues"
  FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();
