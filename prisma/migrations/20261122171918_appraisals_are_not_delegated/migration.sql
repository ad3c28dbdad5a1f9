-- AlterTable
ALTER TABLE "report_appraisals" DROP COLUMN "on_behalf_of_id";
