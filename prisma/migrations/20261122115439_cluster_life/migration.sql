-- CreateEnum
CREATE TYPE "PledgeState" AS ENUM ('DRAFT', 'OPEN', 'FINAL');

-- CreateEnum
CREATE TYPE "ActivityState" AS ENUM ('PLANNED', 'UNDER_WAY', 'HANDED_OVER');

-- CreateEnum
CREATE TYPE "FundingKind" AS ENUM ('MONEY', 'LOAN', 'IN_KIND', 'LABOUR');

-- CreateEnum
CREATE TYPE "CampaignKind" AS ENUM ('MOVEMENT', 'EMULATION_DRIVE', 'MOBILISATION');

-- CreateEnum
CREATE TYPE "WorkLevel" AS ENUM ('PROVINCE', 'DISTRICT', 'COMMUNE');

-- CreateEnum
CREATE TYPE "RecipientKind" AS ENUM ('UNIT', 'COLLECTIVE', 'PERSON');

-- CreateEnum
CREATE TYPE "NominationState" AS ENUM ('PROPOSED', 'PUBLIC_NOTICE', 'CENTRAL_REVIEW', 'DECIDED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "BallotPurpose" AS ENUM ('FLAG', 'MERIT', 'HEAD', 'DEPUTY', 'OTHER');

-- CreateEnum
CREATE TYPE "BallotMethod" AS ENUM ('CONSENSUS', 'SHOW_OF_HANDS', 'SECRET_PAPER', 'SECRET_ELECTRONIC', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "BallotState" AS ENUM ('DRAFT', 'RULES_READ', 'COMMITTEE_APPROVED', 'ISSUING', 'ISSUE_CLOSED', 'CASTING', 'COUNTING', 'COUNTED', 'ANNOUNCED', 'SEALED', 'VOID');

-- CreateEnum
CREATE TYPE "CountingRole" AS ENUM ('HEAD', 'MEMBER');

-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('LAUNCH', 'INTERIM', 'PREPARATORY', 'ANNUAL_REVIEW');

-- CreateEnum
CREATE TYPE "MeetingForm" AS ENUM ('IN_PERSON', 'ONLINE', 'MIXED');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('PLANNED', 'INVITED', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "DelegateRole" AS ENUM ('DELEGATE', 'CHAIR', 'SECRETARY', 'CENTRAL', 'GUEST');

-- CreateEnum
CREATE TYPE "PresenceKind" AS ENUM ('ARRIVED', 'LEFT');

-- CreateEnum
CREATE TYPE "SpeakerState" AS ENUM ('WAITING', 'SPEAKING', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('OPEN', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RubricState" AS ENUM ('DRAFT', 'OPEN', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "CriterionKind" AS ENUM ('GROUP', 'COMPLETION', 'YES_NO', 'COUNT_POINTS', 'MANUAL', 'BONUS', 'PENALTY');

-- CreateEnum
CREATE TYPE "ScoreStage" AS ENUM ('SELF', 'CROSS', 'APPRAISED', 'FINAL');

-- AlterTable
ALTER TABLE "evidence_files" ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "owner_kind" TEXT,
ALTER COLUMN "report_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "pledges" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "state" "PledgeState" NOT NULL DEFAULT 'DRAFT',
    "text_version" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "signed_on" DATE,
    "finalised_at" TIMESTAMPTZ(3),
    "source_id" UUID,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pledges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_texts" (
    "pledge_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "pledge_texts_pkey" PRIMARY KEY ("pledge_id","version")
);

-- CreateTable
CREATE TABLE "pledge_agreements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pledge_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "text_version" INTEGER NOT NULL,
    "text_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "pledge_agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_papers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "issued_on" DATE,
    "text" TEXT NOT NULL DEFAULT '',
    "source_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cluster_papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_activities" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "unit_id" UUID,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "place" TEXT,
    "value" DECIMAL(20,0),
    "value_raw" TEXT,
    "quantity" INTEGER,
    "state" "ActivityState" NOT NULL DEFAULT 'PLANNED',
    "held_on" DATE,
    "handed_over_on" DATE,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "joint_activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "beneficiaries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "activity_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shown_as" TEXT NOT NULL,
    "address" TEXT,
    "consent" TEXT,
    "consented_on" DATE,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "beneficiaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_entries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "activity_id" UUID NOT NULL,
    "giver" TEXT NOT NULL,
    "kind" "FundingKind" NOT NULL,
    "amount" DECIMAL(20,0),
    "raw" TEXT,
    "note" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "funding_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CampaignKind" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "first_year" INTEGER,
    "last_year" INTEGER,
    "source_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registered_works" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "level" "WorkLevel" NOT NULL,
    "registered" INTEGER,
    "done" INTEGER,
    "note" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registered_works_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "good_practices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID,
    "cluster_year_id" UUID,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "campaign_id" UUID,
    "shared_at" TIMESTAMPTZ(3),
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "good_practices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_types" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "recipient_kinds" "RecipientKind"[],
    "position" INTEGER NOT NULL,
    "is_flag" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_prizes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "award_type_id" UUID NOT NULL,
    "recipient_kind" "RecipientKind" NOT NULL,
    "multiple" DECIMAL(6,2) NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "award_prizes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "base_salaries" (
    "valid_from" DATE NOT NULL,
    "amount" INTEGER NOT NULL,
    "legal_basis" TEXT NOT NULL,

    CONSTRAINT "base_salaries_pkey" PRIMARY KEY ("valid_from")
);

-- CreateTable
CREATE TABLE "award_quotas" (
    "cluster_year_id" UUID NOT NULL,
    "award_type_id" UUID NOT NULL,
    "quota" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "award_quotas_pkey" PRIMARY KEY ("cluster_year_id","award_type_id")
);

-- CreateTable
CREATE TABLE "nominations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "award_type_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cluster_year_id" UUID,
    "recipient_kind" "RecipientKind" NOT NULL,
    "unit_id" UUID,
    "recipient" TEXT,
    "unnamed" INTEGER,
    "proposer" TEXT,
    "ballot_id" UUID,
    "state" "NominationState" NOT NULL DEFAULT 'PROPOSED',
    "achievement" TEXT NOT NULL DEFAULT '',
    "blocked_reason" TEXT,
    "notice_from" DATE,
    "notice_to" DATE,
    "central_note" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nominations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_items" (
    "nomination_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "note" TEXT,

    CONSTRAINT "dossier_items_pkey" PRIMARY KEY ("nomination_id","code")
);

-- CreateTable
CREATE TABLE "objections" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nomination_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_decisions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT,
    "decided_on" DATE,
    "issuer" TEXT NOT NULL,
    "signer" TEXT,
    "source_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "award_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awards" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "award_type_id" UUID NOT NULL,
    "year" INTEGER,
    "recipient_kind" "RecipientKind" NOT NULL,
    "unit_id" UUID,
    "recipient" TEXT,
    "decision_id" UUID,
    "nomination_id" UUID,
    "prize" INTEGER,
    "note" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "awards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "purpose" "BallotPurpose" NOT NULL,
    "title" TEXT NOT NULL,
    "method" "BallotMethod" NOT NULL,
    "state" "BallotState" NOT NULL DEFAULT 'DRAFT',
    "choose" INTEGER NOT NULL DEFAULT 1,
    "quota" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 1,
    "previous_id" UUID,
    "rules" JSONB NOT NULL,
    "rules_frozen_at" TIMESTAMPTZ(3),
    "unnamed" INTEGER,
    "public_key" TEXT,
    "key_number" INTEGER NOT NULL DEFAULT 0,
    "private_key" BYTEA,
    "electronic_vote" JSONB,
    "committee_vote" JSONB,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_candidates" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "unit_id" UUID,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "votes" INTEGER,
    "elected" BOOLEAN,

    CONSTRAINT "ballot_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_voters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "unit_id" UUID,
    "delegate_id" UUID,
    "account_id" UUID,
    "label" TEXT NOT NULL,
    "issued_key" INTEGER,
    "blinded_hash" BYTEA,
    "blind_signature" BYTEA,
    "lost_at" TIMESTAMPTZ(3),

    CONSTRAINT "ballot_voters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counting_members" (
    "ballot_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "role" "CountingRole" NOT NULL,

    CONSTRAINT "counting_members_pkey" PRIMARY KEY ("ballot_id","delegate_id")
);

-- CreateTable
CREATE TABLE "ballot_papers" (
    "ballot_id" UUID NOT NULL,
    "papers" BYTEA[],

    CONSTRAINT "ballot_papers_pkey" PRIMARY KEY ("ballot_id")
);

-- CreateTable
CREATE TABLE "paper_counts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "issued" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "unreturned" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL,
    "blank" INTEGER NOT NULL,
    "votes" JSONB NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "rejected_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_counts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "written_opinions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "unit_id" UUID,
    "delegate_id" UUID,
    "candidate_ids" UUID[],
    "paper" TEXT NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "written_opinions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_events" (
    "id" BIGSERIAL NOT NULL,
    "ballot_id" UUID NOT NULL,
    "from" "BallotState",
    "to" "BallotState" NOT NULL,
    "by_id" UUID,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ballot_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_acts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_cluster_year_id" UUID,
    "to_cluster_year_id" UUID NOT NULL,
    "meeting_id" UUID,
    "held_on" DATE,
    "place" TEXT,
    "giver_unit_id" UUID,
    "giver" TEXT,
    "receiver_unit_id" UUID NOT NULL,
    "receiver" TEXT,
    "deputy_unit_id" UUID,
    "witness" TEXT,
    "rotating_flag" BOOLEAN,
    "note" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "handover_acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "title" TEXT NOT NULL,
    "form" "MeetingForm",
    "held_on" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "place" TEXT,
    "host_unit_id" UUID,
    "organised_by" TEXT,
    "programme" TEXT NOT NULL DEFAULT '',
    "state" "MeetingState" NOT NULL DEFAULT 'PLANNED',
    "check_in_secret" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "live_version" INTEGER NOT NULL DEFAULT 0,
    "current_item_id" UUID,
    "projector" JSONB NOT NULL DEFAULT '{}',
    "source_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_cluster_years" (
    "meeting_id" UUID NOT NULL,
    "cluster_year_id" UUID NOT NULL,

    CONSTRAINT "meeting_cluster_years_pkey" PRIMARY KEY ("meeting_id","cluster_year_id")
);

-- CreateTable
CREATE TABLE "delegates" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "role" "DelegateRole" NOT NULL,
    "unit_id" UUID,
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "votes" BOOLEAN NOT NULL DEFAULT false,
    "substitutes_for_id" UUID,
    "authorisation" TEXT,
    "link_hash" BYTEA,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence_events" (
    "id" BIGSERIAL NOT NULL,
    "delegate_id" UUID NOT NULL,
    "kind" "PresenceKind" NOT NULL,
    "by_self" BOOLEAN NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "presence_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER,
    "responsible" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speakers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "delegate_id" UUID,
    "name" TEXT NOT NULL,
    "topic" TEXT,
    "minutes" INTEGER,
    "position" INTEGER NOT NULL,
    "state" "SpeakerState" NOT NULL DEFAULT 'WAITING',
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "summary" TEXT,

    CONSTRAINT "speakers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "text" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "in_favour" INTEGER,
    "against" INTEGER,
    "abstained" INTEGER,
    "source_id" UUID,
    "fact_id" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conclusion_points" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "speaker" TEXT,
    "source_id" UUID,
    "fact_id" TEXT,

    CONSTRAINT "conclusion_points_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_tasks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "conclusion_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "unit_id" UUID,
    "due_on" DATE,
    "state" "TaskState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_follow_ups" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "task_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "TaskState" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "task_follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "side_events" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "held_on" DATE,
    "note" TEXT,
    "activity_id" UUID,
    "source_id" UUID,
    "fact_id" TEXT,

    CONSTRAINT "side_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "meeting_id" UUID NOT NULL,
    "sections" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_by_id" UUID,
    "hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("meeting_id")
);

-- CreateTable
CREATE TABLE "rubrics" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_year_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "total" DECIMAL(8,2) NOT NULL,
    "bonus_cap" DECIMAL(8,2) NOT NULL,
    "penalty_cap" DECIMAL(8,2) NOT NULL,
    "state" "RubricState" NOT NULL DEFAULT 'DRAFT',
    "bands" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rubrics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rubric_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "CriterionKind" NOT NULL,
    "max" DECIMAL(8,2) NOT NULL,
    "indicator_code" TEXT,
    "per_piece" DECIMAL(8,2),
    "guidance" TEXT,

    CONSTRAINT "criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rubric_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "sub_group" TEXT,
    "self_sent_at" TIMESTAMPTZ(3),
    "cross_done_at" TIMESTAMPTZ(3),
    "appraised_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),
    "explanation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "score_sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scores" (
    "sheet_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "stage" "ScoreStage" NOT NULL,
    "points" DECIMAL(8,2) NOT NULL,
    "pieces" INTEGER,
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("sheet_id","criterion_id","stage")
);

-- CreateTable
CREATE TABLE "cross_teams" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rubric_id" UUID NOT NULL,
    "checking_unit_id" UUID NOT NULL,
    "checked_unit_id" UUID NOT NULL,
    "scheduled_on" DATE,
    "minutes" TEXT,
    "checking_agreed_at" TIMESTAMPTZ(3),
    "checked_agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "cross_teams_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pledges_cluster_year_id_key" ON "pledges"("cluster_year_id");

-- CreateIndex
CREATE INDEX "pledge_agreements_pledge_id_unit_id_idx" ON "pledge_agreements"("pledge_id", "unit_id");

-- CreateIndex
CREATE INDEX "cluster_papers_cluster_year_id_idx" ON "cluster_papers"("cluster_year_id");

-- CreateIndex
CREATE INDEX "joint_activities_cluster_year_id_idx" ON "joint_activities"("cluster_year_id");

-- CreateIndex
CREATE INDEX "beneficiaries_activity_id_idx" ON "beneficiaries"("activity_id");

-- CreateIndex
CREATE INDEX "funding_entries_activity_id_idx" ON "funding_entries"("activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_slug_key" ON "campaigns"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "registered_works_campaign_id_unit_id_year_level_key" ON "registered_works"("campaign_id", "unit_id", "year", "level");

-- CreateIndex
CREATE INDEX "good_practices_year_idx" ON "good_practices"("year");

-- CreateIndex
CREATE INDEX "good_practices_unit_id_idx" ON "good_practices"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_types_code_key" ON "award_types"("code");

-- CreateIndex
CREATE INDEX "award_prizes_award_type_id_idx" ON "award_prizes"("award_type_id");

-- CreateIndex
CREATE INDEX "nominations_year_idx" ON "nominations"("year");

-- CreateIndex
CREATE INDEX "nominations_cluster_year_id_idx" ON "nominations"("cluster_year_id");

-- CreateIndex
CREATE INDEX "nominations_unit_id_idx" ON "nominations"("unit_id");

-- CreateIndex
CREATE INDEX "objections_nomination_id_idx" ON "objections"("nomination_id");

-- CreateIndex
CREATE INDEX "awards_unit_id_year_idx" ON "awards"("unit_id", "year");

-- CreateIndex
CREATE INDEX "ballots_meeting_id_idx" ON "ballots"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_candidates_ballot_id_position_key" ON "ballot_candidates"("ballot_id", "position");

-- CreateIndex
CREATE INDEX "ballot_voters_ballot_id_idx" ON "ballot_voters"("ballot_id");

-- CreateIndex
CREATE INDEX "paper_counts_ballot_id_idx" ON "paper_counts"("ballot_id");

-- CreateIndex
CREATE INDEX "written_opinions_ballot_id_idx" ON "written_opinions"("ballot_id");

-- CreateIndex
CREATE INDEX "ballot_events_ballot_id_id_idx" ON "ballot_events"("ballot_id", "id");

-- CreateIndex
CREATE INDEX "handover_acts_to_cluster_year_id_idx" ON "handover_acts"("to_cluster_year_id");

-- CreateIndex
CREATE INDEX "meetings_cluster_year_id_idx" ON "meetings"("cluster_year_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegates_link_hash_key" ON "delegates"("link_hash");

-- CreateIndex
CREATE INDEX "delegates_meeting_id_idx" ON "delegates"("meeting_id");

-- CreateIndex
CREATE INDEX "presence_events_delegate_id_id_idx" ON "presence_events"("delegate_id", "id");

-- CreateIndex
CREATE INDEX "agenda_items_meeting_id_idx" ON "agenda_items"("meeting_id");

-- CreateIndex
CREATE INDEX "speakers_meeting_id_idx" ON "speakers"("meeting_id");

-- CreateIndex
CREATE INDEX "decisions_meeting_id_idx" ON "decisions"("meeting_id");

-- CreateIndex
CREATE INDEX "conclusion_points_meeting_id_idx" ON "conclusion_points"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_tasks_unit_id_idx" ON "meeting_tasks"("unit_id");

-- CreateIndex
CREATE INDEX "task_follow_ups_task_id_idx" ON "task_follow_ups"("task_id");

-- CreateIndex
CREATE INDEX "side_events_meeting_id_idx" ON "side_events"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "rubrics_cluster_year_id_key" ON "rubrics"("cluster_year_id");

-- CreateIndex
CREATE INDEX "criteria_rubric_id_idx" ON "criteria"("rubric_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheets_rubric_id_unit_id_key" ON "score_sheets"("rubric_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "cross_teams_rubric_id_checking_unit_id_checked_unit_id_key" ON "cross_teams"("rubric_id", "checking_unit_id", "checked_unit_id");

-- CreateIndex
CREATE INDEX "evidence_files_owner_kind_owner_id_idx" ON "evidence_files"("owner_kind", "owner_id");

-- AddForeignKey
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_texts" ADD CONSTRAINT "pledge_texts_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_agreements" ADD CONSTRAINT "pledge_agreements_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_agreements" ADD CONSTRAINT "pledge_agreements_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_papers" ADD CONSTRAINT "cluster_papers_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_papers" ADD CONSTRAINT "cluster_papers_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_activities" ADD CONSTRAINT "joint_activities_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_activities" ADD CONSTRAINT "joint_activities_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_activities" ADD CONSTRAINT "joint_activities_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiaries" ADD CONSTRAINT "beneficiaries_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "joint_activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_entries" ADD CONSTRAINT "funding_entries_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "joint_activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_works" ADD CONSTRAINT "registered_works_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_works" ADD CONSTRAINT "registered_works_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_works" ADD CONSTRAINT "registered_works_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "good_practices" ADD CONSTRAINT "good_practices_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "good_practices" ADD CONSTRAINT "good_practices_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "good_practices" ADD CONSTRAINT "good_practices_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "good_practices" ADD CONSTRAINT "good_practices_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_prizes" ADD CONSTRAINT "award_prizes_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_quotas" ADD CONSTRAINT "award_quotas_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_quotas" ADD CONSTRAINT "award_quotas_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_items" ADD CONSTRAINT "dossier_items_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nominations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nominations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nominations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "ballots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_candidates" ADD CONSTRAINT "ballot_candidates_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_candidates" ADD CONSTRAINT "ballot_candidates_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_voters" ADD CONSTRAINT "ballot_voters_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counting_members" ADD CONSTRAINT "counting_members_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_papers" ADD CONSTRAINT "ballot_papers_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_counts" ADD CONSTRAINT "paper_counts_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_opinions" ADD CONSTRAINT "written_opinions_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_events" ADD CONSTRAINT "ballot_events_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_from_cluster_year_id_fkey" FOREIGN KEY ("from_cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_to_cluster_year_id_fkey" FOREIGN KEY ("to_cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_giver_unit_id_fkey" FOREIGN KEY ("giver_unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_receiver_unit_id_fkey" FOREIGN KEY ("receiver_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_deputy_unit_id_fkey" FOREIGN KEY ("deputy_unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_acts" ADD CONSTRAINT "handover_acts_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_host_unit_id_fkey" FOREIGN KEY ("host_unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_cluster_years" ADD CONSTRAINT "meeting_cluster_years_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_cluster_years" ADD CONSTRAINT "meeting_cluster_years_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_substitutes_for_id_fkey" FOREIGN KEY ("substitutes_for_id") REFERENCES "delegates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence_events" ADD CONSTRAINT "presence_events_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "delegates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "agenda_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conclusion_points" ADD CONSTRAINT "conclusion_points_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conclusion_points" ADD CONSTRAINT "conclusion_points_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_tasks" ADD CONSTRAINT "meeting_tasks_conclusion_id_fkey" FOREIGN KEY ("conclusion_id") REFERENCES "conclusion_points"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_tasks" ADD CONSTRAINT "meeting_tasks_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_follow_ups" ADD CONSTRAINT "task_follow_ups_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "meeting_tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_events" ADD CONSTRAINT "side_events_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_events" ADD CONSTRAINT "side_events_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_cluster_year_id_fkey" FOREIGN KEY ("cluster_year_id") REFERENCES "cluster_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubrics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "criteria"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubrics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criteria"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cross_teams" ADD CONSTRAINT "cross_teams_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubrics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cross_teams" ADD CONSTRAINT "cross_teams_checking_unit_id_fkey" FOREIGN KEY ("checking_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cross_teams" ADD CONSTRAINT "cross_teams_checked_unit_id_fkey" FOREIGN KEY ("checked_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
