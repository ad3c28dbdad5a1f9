-- AlterTable
ALTER TABLE "ballots" ADD COLUMN     "result" JSONB;

-- AlterTable
ALTER TABLE "ballot_candidates" ADD COLUMN     "preferred" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ballot_voters" ADD COLUMN     "lost_note" TEXT;

-- CreateTable
CREATE TABLE "ballot_regulations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "rules" JSONB NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ballot_regulations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ballot_regulations_cluster_id_valid_from_key" ON "ballot_regulations"("cluster_id", "valid_from");

-- AddForeignKey
ALTER TABLE "ballot_regulations" ADD CONSTRAINT "ballot_regulations_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "clusters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
