-- AlterTable
ALTER TABLE "score_sheets" ADD COLUMN     "class_name" TEXT,
ADD COLUMN     "final_total" DECIMAL(9,2),
ADD COLUMN     "left_out" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "rank" INTEGER;

-- AlterTable
ALTER TABLE "cross_teams" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- Nobody checks itself; penalties are points to take off, written without a sign.
ALTER TABLE "cross_teams" ADD CONSTRAINT "cross_teams_not_itself" CHECK ("checking_unit_id" <> "checked_unit_id");
ALTER TABLE "scores" ADD CONSTRAINT "scores_not_negative" CHECK ("points" >= 0);
