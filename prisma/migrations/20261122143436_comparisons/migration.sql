-- CreateTable
CREATE TABLE "saved_comparisons" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "saved_comparisons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_generations" (
    "cluster_year_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "summary_generations_pkey" PRIMARY KEY ("cluster_year_id")
);

-- CreateTable
CREATE TABLE "cluster_period_summaries" (
    "cluster_year_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "confirmed_units" INTEGER NOT NULL,
    "sent_units" INTEGER NOT NULL,
    "illustrative" BOOLEAN NOT NULL,

    CONSTRAINT "cluster_period_summaries_pkey" PRIMARY KEY ("cluster_year_id","period_id")
);

-- CreateTable
CREATE TABLE "indicator_summaries" (
    "period_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "cluster_year_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "confirmed" JSONB NOT NULL,
    "sent" JSONB,

    CONSTRAINT "indicator_summaries_pkey" PRIMARY KEY ("period_id","indicator_id","cluster_year_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_comparisons_account_id_name_key" ON "saved_comparisons"("account_id", "name");

-- AddForeignKey
ALTER TABLE "saved_comparisons" ADD CONSTRAINT "saved_comparisons_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Totals of a cluster-year are never stale: the transaction that changes anything behind them raises the generation, and
-- a summary of an earlier one is not used. Figures of drafts that were never sent are in no total, so saving one costs
-- no more than looking at the condition of a trigger.
CREATE FUNCTION raise_summary_generation(changed uuid[]) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO summary_generations AS g (cluster_year_id) SELECT DISTINCT id FROM unnest(changed) id WHERE id IS NOT NULL ORDER BY id
  ON CONFLICT (cluster_year_id) DO UPDATE SET generation = g.generation + 1
$$;

CREATE FUNCTION report_changes_summary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_summary_generation(CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.cluster_year_id] WHEN 'DELETE' THEN ARRAY[OLD.cluster_year_id]
    ELSE ARRAY[OLD.cluster_year_id, NEW.cluster_year_id] END);
  RETURN NULL;
END
$$;

CREATE TRIGGER reports_inserted_summary AFTER INSERT ON "reports" FOR EACH ROW
  WHEN (NEW.first_sent_at IS NOT NULL OR NEW.state NOT IN ('DRAFT', 'PRESENTED')) EXECUTE FUNCTION report_changes_summary();
CREATE TRIGGER reports_deleted_summary AFTER DELETE ON "reports" FOR EACH ROW EXECUTE FUNCTION report_changes_summary();
CREATE TRIGGER reports_updated_summary AFTER UPDATE ON "reports" FOR EACH ROW
  WHEN ((NEW.first_sent_at IS NOT NULL OR OLD.first_sent_at IS NOT NULL
         OR NEW.state NOT IN ('DRAFT', 'PRESENTED') OR OLD.state NOT IN ('DRAFT', 'PRESENTED'))
    AND (OLD.data_version <> NEW.data_version OR OLD.illustrative <> NEW.illustrative
         OR OLD.cluster_year_id IS DISTINCT FROM NEW.cluster_year_id OR OLD.unit_id <> NEW.unit_id OR OLD.period_id <> NEW.period_id
         OR (OLD.state IN ('CONFIRMED', 'LOCKED')) <> (NEW.state IN ('CONFIRMED', 'LOCKED'))
         OR (OLD.first_sent_at IS NOT NULL OR OLD.state NOT IN ('DRAFT', 'PRESENTED'))
            <> (NEW.first_sent_at IS NOT NULL OR NEW.state NOT IN ('DRAFT', 'PRESENTED'))))
  EXECUTE FUNCTION report_changes_summary();

-- The first figures of a report that is sent already: history written from a source, a restored or merged report.
CREATE FUNCTION projection_changes_summary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT r.cluster_year_id FROM reports r WHERE r.id = NEW.report_id
    AND (r.first_sent_at IS NOT NULL OR r.state NOT IN ('DRAFT', 'PRESENTED'))));
  RETURN NULL;
END
$$;
CREATE TRIGGER report_projections_inserted_summary AFTER INSERT ON "report_projections" FOR EACH ROW
  EXECUTE FUNCTION projection_changes_summary();

-- The rules by which figures are summed and judged.
CREATE FUNCTION indicator_changes_summary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
    ON s.emulation_year_id = cy.emulation_year_id WHERE s.id = OLD.set_id));
  RETURN NULL;
END
$$;
CREATE TRIGGER indicators_changed_summary AFTER UPDATE ON "indicators" FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary();
CREATE TRIGGER indicators_deleted_summary AFTER DELETE ON "indicators" FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary();

CREATE FUNCTION scheme_changes_summary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_summary_generation(CASE TG_TABLE_NAME
    WHEN 'completion_schemes' THEN ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
      ON s.emulation_year_id = cy.emulation_year_id WHERE s.completion_scheme_id = NEW.id)
    ELSE ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
      ON s.emulation_year_id = cy.emulation_year_id WHERE s.id = NEW.id) END);
  RETURN NULL;
END
$$;
CREATE TRIGGER completion_schemes_changed_summary AFTER UPDATE OF "bands" ON "completion_schemes" FOR EACH ROW
  EXECUTE FUNCTION scheme_changes_summary();
CREATE TRIGGER indicator_sets_changed_summary AFTER UPDATE OF "completion_scheme_id" ON "indicator_sets" FOR EACH ROW
  EXECUTE FUNCTION scheme_changes_summary();

CREATE FUNCTION assignment_changes_summary() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  setting unit_indicators := coalesce(NEW, OLD);
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT r.cluster_year_id FROM indicators i JOIN indicator_sets s ON s.id = i.set_id
    JOIN reporting_periods p ON p.emulation_year_id = s.emulation_year_id
    JOIN reports r ON r.unit_id = setting.unit_id AND r.period_id = p.id WHERE i.id = setting.indicator_id));
  RETURN NULL;
END
$$;
CREATE TRIGGER unit_indicators_changed_summary AFTER INSERT OR UPDATE OR DELETE ON "unit_indicators" FOR EACH ROW
  EXECUTE FUNCTION assignment_changes_summary();
