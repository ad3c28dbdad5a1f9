-- AlterTable
ALTER TABLE "nominations" ADD COLUMN     "named_from_id" UUID,
ADD COLUMN     "source_note" TEXT;

-- CreateTable
CREATE TABLE "report_appraisals" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "data_version" INTEGER NOT NULL,
    "note" TEXT,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "report_appraisals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet_returns" (
    "id" BIGSERIAL NOT NULL,
    "sheet_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "by_unit" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "score_sheet_returns_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_appraisals_report_id_id_idx" ON "report_appraisals"("report_id", "id");

-- CreateIndex
CREATE INDEX "score_sheet_returns_sheet_id_id_idx" ON "score_sheet_returns"("sheet_id", "id");

-- CreateIndex
CREATE INDEX "nominations_named_from_id_idx" ON "nominations"("named_from_id");

-- AddForeignKey
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_named_from_id_fkey" FOREIGN KEY ("named_from_id") REFERENCES "nominations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_appraisals" ADD CONSTRAINT "report_appraisals_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet_returns" ADD CONSTRAINT "score_sheet_returns_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
