constraint on cross_teams cross_teams_not_itself CHECK ((checking_unit_id <> checked_unit_id))

constraint on delegations delegations_span CHECK ((starts_on <= ends_on))

constraint on figures figures_blank_reason_known CHECK (((blank_reason IS NULL) OR (blank_reason = ANY (ARRAY['NOT_ARISEN'::text, 'OTHER'::text]))))

constraint on figures figures_qualifier_known CHECK ((qualifier = ANY (ARRAY['EXACT'::text, 'OVER'::text, 'NEARLY'::text, 'ABOUT'::text, 'UNKNOWN_SIZE'::text])))

constraint on headships headships_span CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (starts_on <= ends_on)))

constraint on letterheads letterheads_owner_known CHECK ((owner_kind = ANY (ARRAY['UNIT'::text, 'CLUSTER'::text])))

constraint on letterheads letterheads_preset_known CHECK ((preset = ANY (ARRAY['ND30'::text, 'HOI'::text, 'DANG'::text])))

constraint on platform.test_clock test_clock_only_row_check CHECK (only_row)

constraint on scores scores_not_negative CHECK ((points >= (0)::numeric))

constraint on terms terms_span CHECK ((start_year <= end_year))

constraint on terms terms_years_together CHECK (((start_year IS NULL) = (end_year IS NULL)))

extension pg_trgm

extension pgcrypto

extension unaccent

function app_now()
CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
BEGIN
  RETURN now() + coalesce((SELECT shift FROM platform.test_clock), interval '0');
END
$function$

function assignment_changes_summary()
CREATE OR REPLACE FUNCTION public.assignment_changes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  setting unit_indicators := coalesce(NEW, OLD);
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT r.cluster_year_id FROM indicators i JOIN indicator_sets s ON s.id = i.set_id
    JOIN reporting_periods p ON p.emulation_year_id = s.emulation_year_id
    JOIN reports r ON r.unit_id = setting.unit_id AND r.period_id = p.id WHERE i.id = setting.indicator_id));
  RETURN NULL;
END
$function$

function indicator_changes_summary()
CREATE OR REPLACE FUNCTION public.indicator_changes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
    ON s.emulation_year_id = cy.emulation_year_id WHERE s.id = OLD.set_id));
  RETURN NULL;
END
$function$

function mark_reference_change()
CREATE OR REPLACE FUNCTION public.mark_reference_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO reference_version AS v (id, transaction_id) VALUES (1, pg_current_xact_id()::text::bigint)
  ON CONFLICT (id) DO UPDATE SET transaction_id = excluded.transaction_id
    WHERE v.transaction_id <> excluded.transaction_id;
  RETURN NULL;
END
$function$

function platform.mark_test_database()
CREATE OR REPLACE FUNCTION platform.mark_test_database()
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO platform.test_clock (only_row) VALUES (true) ON CONFLICT DO NOTHING
$function$

function platform.set_test_clock(timestamp with time zone)
CREATE OR REPLACE FUNCTION platform.set_test_clock(moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE platform.test_clock SET shift = moment - now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this database is not marked as a test database';
  END IF;
END
$function$

function projection_changes_summary()
CREATE OR REPLACE FUNCTION public.projection_changes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM raise_summary_generation(ARRAY(SELECT r.cluster_year_id FROM reports r WHERE r.id = NEW.report_id
    AND (r.first_sent_at IS NOT NULL OR r.state NOT IN ('DRAFT', 'PRESENTED'))));
  RETURN NULL;
END
$function$

function raise_summary_generation(uuid[])
CREATE OR REPLACE FUNCTION public.raise_summary_generation(changed uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO summary_generations AS g (cluster_year_id) SELECT DISTINCT id FROM unnest(changed) id WHERE id IS NOT NULL ORDER BY id
  ON CONFLICT (cluster_year_id) DO UPDATE SET generation = g.generation + 1
$function$

function refuse_audit_change()
CREATE OR REPLACE FUNCTION public.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END
$function$

function refuse_trail_change()
CREATE OR REPLACE FUNCTION public.refuse_trail_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$function$

function report_changes_summary()
CREATE OR REPLACE FUNCTION public.report_changes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM raise_summary_generation(CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.cluster_year_id] WHEN 'DELETE' THEN ARRAY[OLD.cluster_year_id]
    ELSE ARRAY[OLD.cluster_year_id, NEW.cluster_year_id] END);
  RETURN NULL;
END
$function$

function scheme_changes_summary()
CREATE OR REPLACE FUNCTION public.scheme_changes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM raise_summary_generation(CASE TG_TABLE_NAME
    WHEN 'completion_schemes' THEN ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
      ON s.emulation_year_id = cy.emulation_year_id WHERE s.completion_scheme_id = NEW.id)
    ELSE ARRAY(SELECT cy.id FROM cluster_years cy JOIN indicator_sets s
      ON s.emulation_year_id = cy.emulation_year_id WHERE s.id = NEW.id) END);
  RETURN NULL;
END
$function$

function vn_fold(text)
CREATE OR REPLACE FUNCTION public.vn_fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower((translate(NORMALIZE(words, NFD), 'đĐðÐ̧̛̣̀́̂̃̆̇̈̉̊̌'::text, 'dDdD'::text) COLLATE "und-x-icu"))

index CREATE INDEX reports_waiting ON public.reports USING btree (state, cluster_year_id) WHERE (state = ANY (ARRAY['PRESENTED'::"ReportState", 'SENT'::"ReportState", 'CHECKED'::"ReportState"]))

index CREATE INDEX target_adjustments_waiting ON public.target_adjustments USING btree (report_id) WHERE (state = 'REQUESTED'::"AdjustmentState")

index CREATE UNIQUE INDEX indicator_duties_in_force ON public.indicator_duties USING btree (unit_id, indicator_id) WHERE (ends_at IS NULL)

index CREATE UNIQUE INDEX indicator_sets_one_in_use ON public.indicator_sets USING btree (emulation_year_id, scope, COALESCE(cluster_id, unit_id, '00000000-0000-0000-0000-000000000000'::uuid))

index CREATE UNIQUE INDEX official_documents_under_way ON public.official_documents USING btree (kind, subject_id, cluster_year_id, unit_id) NULLS NOT DISTINCT WHERE (state = ANY (ARRAY['DRAFT'::"DocumentState", 'PRESENTED'::"DocumentState"]))

index CREATE UNIQUE INDEX pledge_agreements_one_in_force ON public.pledge_agreements USING btree (pledge_id, unit_id) WHERE (voided_at IS NULL)

index CREATE UNIQUE INDEX terms_national_slug_key ON public.terms USING btree (slug) WHERE (unit_id IS NULL)

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.cluster_figures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.cluster_memberships DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.cluster_sets DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.cluster_years DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.clusters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.completion_schemes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.emulation_years DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.headships DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.indicator_groups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.indicator_sets DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.indicators DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.organisers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.reporting_periods DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.sources DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_aliases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_designations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_indicators DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_successions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR DELETE OR UPDATE ON public.units DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()

trigger CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()

trigger CREATE TRIGGER completion_schemes_changed_summary AFTER UPDATE OF bands ON public.completion_schemes FOR EACH ROW EXECUTE FUNCTION scheme_changes_summary()

trigger CREATE TRIGGER document_events_append_only BEFORE DELETE OR UPDATE ON public.document_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER document_issues_append_only BEFORE DELETE OR UPDATE ON public.document_issues FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER figure_revisions_append_only BEFORE DELETE OR UPDATE ON public.figure_revisions FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER indicator_sets_changed_summary AFTER UPDATE OF completion_scheme_id ON public.indicator_sets FOR EACH ROW EXECUTE FUNCTION scheme_changes_summary()

trigger CREATE TRIGGER indicators_changed_summary AFTER UPDATE ON public.indicators FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary()

trigger CREATE TRIGGER indicators_deleted_summary AFTER DELETE ON public.indicators FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary()

trigger CREATE TRIGGER nomination_events_append_only BEFORE DELETE OR UPDATE ON public.nomination_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER report_events_append_only BEFORE DELETE OR UPDATE ON public.report_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER report_projections_inserted_summary AFTER INSERT ON public.report_projections FOR EACH ROW EXECUTE FUNCTION projection_changes_summary()

trigger CREATE TRIGGER reports_deleted_summary AFTER DELETE ON public.reports FOR EACH ROW EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER reports_inserted_summary AFTER INSERT ON public.reports FOR EACH ROW WHEN (((new.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"])))) EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER reports_updated_summary AFTER UPDATE ON public.reports FOR EACH ROW WHEN ((((new.first_sent_at IS NOT NULL) OR (old.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"])) OR (old.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))) AND ((old.data_version <> new.data_version) OR (old.illustrative <> new.illustrative) OR (old.cluster_year_id IS DISTINCT FROM new.cluster_year_id) OR (old.unit_id <> new.unit_id) OR (old.period_id <> new.period_id) OR ((old.state = ANY (ARRAY['CONFIRMED'::"ReportState", 'LOCKED'::"ReportState"])) <> (new.state = ANY (ARRAY['CONFIRMED'::"ReportState", 'LOCKED'::"ReportState"]))) OR (((old.first_sent_at IS NOT NULL) OR (old.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))) <> ((new.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))))))) EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER unit_indicators_changed_summary AFTER INSERT OR DELETE OR UPDATE ON public.unit_indicators FOR EACH ROW EXECUTE FUNCTION assignment_changes_summary()
