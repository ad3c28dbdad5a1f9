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

trigger CREATE TRIGGER document_events_append_only BEFORE DELETE OR UPDATE ON public.document_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER document_issues_append_only BEFORE DELETE OR UPDATE ON public.document_issues FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER figure_revisions_append_only BEFORE DELETE OR UPDATE ON public.figure_revisions FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER nomination_events_append_only BEFORE DELETE OR UPDATE ON public.nomination_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER report_events_append_only BEFORE DELETE OR UPDATE ON public.report_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()
