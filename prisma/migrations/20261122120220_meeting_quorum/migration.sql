-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "invitation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ADD COLUMN     "quorum_basis" TEXT,
ADD COLUMN     "quorum_of" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "quorum_share" INTEGER NOT NULL DEFAULT 2;
