-- AlterTable
ALTER TABLE "official_documents" ADD COLUMN     "year" INTEGER;

-- Written by hand: one paper under way for each of a unit's years.
DROP INDEX "official_documents_under_way";
CREATE UNIQUE INDEX "official_documents_under_way" ON "official_documents" ("kind", "subject_id", "cluster_year_id", "unit_id", "year")
  NULLS NOT DISTINCT WHERE "state" IN ('DRAFT', 'PRESENTED');
