-- Revisions and state changes are trails too: new rows only.
CREATE FUNCTION refuse_trail_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER figure_revisions_append_only BEFORE UPDATE OR DELETE ON "figure_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();
CREATE TRIGGER report_events_append_only BEFORE UPDATE OR DELETE ON "report_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();

ALTER TABLE "figures" ADD CONSTRAINT "figures_qualifier_known"
  CHECK ("qualifier" IN ('EXACT', 'OVER', 'NEARLY', 'ABOUT', 'UNKNOWN_SIZE'));
ALTER TABLE "figures" ADD CONSTRAINT "figures_blank_reason_known"
  CHECK ("blank_reason" IS NULL OR "blank_reason" IN ('NOT_ARISEN', 'OTHER'));
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_span" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "headships" ADD CONSTRAINT "headships_span"
  CHECK ("ends_on" IS NULL OR "starts_on" IS NULL OR "starts_on" <= "ends_on");

-- One duty in force for an indicator within a unit.
CREATE UNIQUE INDEX "indicator_duties_in_force" ON "indicator_duties" ("unit_id", "indicator_id")
  WHERE "ends_at" IS NULL;
-- One set in use for a year and its scope.
CREATE UNIQUE INDEX "indicator_sets_one_in_use" ON "indicator_sets"
  ("emulation_year_id", "scope", coalesce("cluster_id", "unit_id", '00000000-0000-0000-0000-000000000000'::uuid));
