-- AlterTable
ALTER TABLE "pledges" ADD COLUMN     "final_reason" TEXT;

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "mentions" TEXT[];

-- AlterTable
ALTER TABLE "registered_works" ALTER COLUMN "year" DROP NOT NULL,
ALTER COLUMN "level" DROP NOT NULL;

-- A unit agrees once to a text; what a change of text voided stays beside.
CREATE UNIQUE INDEX "pledge_agreements_one_in_force" ON "pledge_agreements"("pledge_id", "unit_id") WHERE "voided_at" IS NULL;
