-- AlterTable
ALTER TABLE "handover_acts" ADD COLUMN     "ballot_id" UUID,
ADD COLUMN     "chosen_by" "BallotMethod";

-- CreateTable
CREATE TABLE "nomination_events" (
    "id" BIGSERIAL NOT NULL,
    "nomination_id" UUID NOT NULL,
    "from" "NominationState",
    "to" "NominationState" NOT NULL,
    "by_id" UUID,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "nomination_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "nomination_events_nomination_id_id_idx" ON "nomination_events"("nomination_id", "id");

-- AddForeignKey
ALTER TABLE "nomination_events" ADD CONSTRAINT "nomination_events_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nominations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- State changes are a trail: new rows only.
CREATE TRIGGER nomination_events_append_only BEFORE UPDATE OR DELETE ON "nomination_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();
