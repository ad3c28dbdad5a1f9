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

function refresh_search_entry(text,uuid)
CREATE OR REPLACE FUNCTION public.refresh_search_entry(of_kind text, of_id uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM search_entries e WHERE e.kind = of_kind AND e.id = of_id;
  INSERT INTO search_entries (kind, id, title, names, detail, vector, unit_id, cluster_year_id, year, happened_on, illustrative)
  SELECT c.kind, c.id, c.title, c.names, c.detail, c.vector, c.unit_id, c.cluster_year_id, c.year, c.happened_on, c.illustrative
    FROM search_contents c WHERE c.kind = of_kind AND c.id = of_id
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, names = excluded.names, detail = excluded.detail,
    vector = excluded.vector, unit_id = excluded.unit_id, cluster_year_id = excluded.cluster_year_id, year = excluded.year,
    happened_on = excluded.happened_on, illustrative = excluded.illustrative;
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

function search_cluster_names(uuid)
CREATE OR REPLACE FUNCTION public.search_cluster_names(cluster_year uuid)
 RETURNS text
 LANGUAGE sql
 STABLE STRICT
RETURN (SELECT concat_ws(' '::text, c.name, array_to_string(c.aliases, ' '::text), cy.title, cy.year) AS concat_ws FROM (cluster_years cy JOIN clusters c ON ((c.id = cy.cluster_id))) WHERE (cy.id = search_cluster_names.cluster_year))

function search_entry_changes()
CREATE OR REPLACE FUNCTION public.search_entry_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_search_entry(TG_ARGV[0], CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END
$function$

function search_paper_name(text)
CREATE OR REPLACE FUNCTION public.search_paper_name(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE kind WHEN 'invitation'::text THEN 'Giấy mời'::text WHEN 'running_order'::text THEN 'Kịch bản điều hành'::text WHEN 'plan'::text THEN 'Kế hoạch hoạt động cụm'::text WHEN 'regulation'::text THEN 'Quy chế hoạt động cụm'::text WHEN 'reminder'::text THEN 'Công văn đôn đốc'::text WHEN 'conclusion_notice'::text THEN 'Thông báo kết luận'::text WHEN 'cluster_report'::text THEN 'Báo cáo tổng kết cụm'::text WHEN 'unit_report'::text THEN 'Báo cáo năm của Hội LHPN tỉnh'::text WHEN 'midterm_report'::text THEN 'Báo cáo sơ kết giữa nhiệm kỳ'::text WHEN 'pledge'::text THEN 'Giao ước thi đua'::text WHEN 'meeting_minutes'::text THEN 'Biên bản hội nghị'::text WHEN 'count_minutes'::text THEN 'Biên bản kiểm phiếu'::text WHEN 'ballot_paper'::text THEN 'Phiếu bầu'::text WHEN 'selection_minutes'::text THEN 'Biên bản bình xét'::text WHEN 'award_submission'::text THEN 'Tờ trình đề nghị khen thưởng'::text WHEN 'achievement_report'::text THEN 'Báo cáo thành tích'::text WHEN 'award_list'::text THEN 'Danh sách khen thưởng'::text WHEN 'handover_minutes'::text THEN 'Biên bản bàn giao cụm trưởng'::text WHEN 'score_table'::text THEN 'Bảng điểm'::text ELSE kind END

function search_related_changes()
CREATE OR REPLACE FUNCTION public.search_related_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'meetings' THEN
      PERFORM refresh_search_entry('person', p.id) FROM (SELECT id FROM delegates WHERE meeting_id = NEW.id
        UNION ALL SELECT id FROM speakers WHERE meeting_id = NEW.id) p;
    WHEN 'clusters' THEN
      PERFORM refresh_search_entry(e.kind, e.id) FROM (SELECT s.kind, s.id FROM search_entries s
        JOIN cluster_years cy ON cy.id = s.cluster_year_id WHERE cy.cluster_id = NEW.id) e;
    WHEN 'cluster_years' THEN
      PERFORM refresh_search_entry(e.kind, e.id) FROM (SELECT kind, id FROM search_entries WHERE cluster_year_id = NEW.id) e;
    WHEN 'award_types' THEN
      PERFORM refresh_search_entry('award', a.id) FROM awards a WHERE a.award_type_id = NEW.id;
    WHEN 'award_decisions' THEN
      PERFORM refresh_search_entry('award', a.id) FROM awards a WHERE a.decision_id = NEW.id;
  END CASE;
  RETURN NULL;
END
$function$

function search_unit_changes()
CREATE OR REPLACE FUNCTION public.search_unit_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  changed uuid;
BEGIN
  FOR changed IN SELECT DISTINCT u FROM unnest(CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.unit_id] WHEN 'DELETE' THEN ARRAY[OLD.unit_id]
      ELSE ARRAY[OLD.unit_id, NEW.unit_id] END) u LOOP
    PERFORM refresh_search_entry('unit', changed);
    PERFORM refresh_search_entry(e.kind, e.id) FROM (SELECT kind, id FROM search_entries WHERE unit_id = changed) e;
  END LOOP;
  RETURN NULL;
END
$function$

function search_unit_names(uuid)
CREATE OR REPLACE FUNCTION public.search_unit_names(unit uuid)
 RETURNS text
 LANGUAGE sql
 STABLE STRICT
RETURN (SELECT string_agg(names.name, ' '::text) AS string_agg FROM (SELECT ((d.kind || ' '::text) || d.name) AS name FROM unit_designations d WHERE (d.unit_id = search_unit_names.unit) UNION SELECT a.alias FROM unit_aliases a WHERE (a.unit_id = search_unit_names.unit)) names)

function search_words(text)
CREATE OR REPLACE FUNCTION public.search_words(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(vn_fold(words), '[^a-z0-9]+'::text, ' '::text, 'g'::text))

function vn_fold(text)
CREATE OR REPLACE FUNCTION public.vn_fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower((translate(NORMALIZE(words, NFD), 'đĐðÐ̧̛̣̀́̂̃̆̇̈̉̊̌'::text, 'dDdD'::text) COLLATE "und-x-icu"))

index CREATE INDEX reports_sent_in_period ON public.reports USING btree (period_id) WHERE (state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))

index CREATE INDEX reports_waiting ON public.reports USING btree (state, cluster_year_id) WHERE (state = ANY (ARRAY['PRESENTED'::"ReportState", 'SENT'::"ReportState", 'CHECKED'::"ReportState"]))

index CREATE INDEX search_entries_names_idx ON public.search_entries USING gin (names gin_trgm_ops)

index CREATE INDEX search_entries_vector_idx ON public.search_entries USING gin (vector)

index CREATE INDEX target_adjustments_waiting ON public.target_adjustments USING btree (report_id) WHERE (state = 'REQUESTED'::"AdjustmentState")

index CREATE UNIQUE INDEX indicator_duties_in_force ON public.indicator_duties USING btree (unit_id, indicator_id) WHERE (ends_at IS NULL)

index CREATE UNIQUE INDEX indicator_sets_one_in_use ON public.indicator_sets USING btree (emulation_year_id, scope, COALESCE(cluster_id, unit_id, '00000000-0000-0000-0000-000000000000'::uuid))

index CREATE UNIQUE INDEX official_documents_under_way ON public.official_documents USING btree (kind, subject_id, cluster_year_id, unit_id, year) NULLS NOT DISTINCT WHERE (state = ANY (ARRAY['DRAFT'::"DocumentState", 'PRESENTED'::"DocumentState"]))

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

trigger CREATE TRIGGER award_decisions_related_search AFTER UPDATE OF number, issuer, decided_on ON public.award_decisions FOR EACH ROW EXECUTE FUNCTION search_related_changes()

trigger CREATE TRIGGER award_types_related_search AFTER UPDATE OF name ON public.award_types FOR EACH ROW EXECUTE FUNCTION search_related_changes()

trigger CREATE TRIGGER awards_changed_search AFTER UPDATE OF award_type_id, recipient, note, unit_id, year, decision_id, illustrative ON public.awards FOR EACH ROW EXECUTE FUNCTION search_entry_changes('award')

trigger CREATE TRIGGER awards_created_search AFTER INSERT OR DELETE ON public.awards FOR EACH ROW EXECUTE FUNCTION search_entry_changes('award')

trigger CREATE TRIGGER campaigns_changed_search AFTER UPDATE OF name, mentions, description, first_year, illustrative ON public.campaigns FOR EACH ROW EXECUTE FUNCTION search_entry_changes('campaign')

trigger CREATE TRIGGER campaigns_created_search AFTER INSERT OR DELETE ON public.campaigns FOR EACH ROW EXECUTE FUNCTION search_entry_changes('campaign')

trigger CREATE TRIGGER cluster_years_related_search AFTER UPDATE OF title, year, cluster_id ON public.cluster_years FOR EACH ROW EXECUTE FUNCTION search_related_changes()

trigger CREATE TRIGGER clusters_changed_search AFTER UPDATE OF name, aliases, note ON public.clusters FOR EACH ROW EXECUTE FUNCTION search_entry_changes('cluster')

trigger CREATE TRIGGER clusters_created_search AFTER INSERT OR DELETE ON public.clusters FOR EACH ROW EXECUTE FUNCTION search_entry_changes('cluster')

trigger CREATE TRIGGER clusters_related_search AFTER UPDATE OF name, aliases ON public.clusters FOR EACH ROW EXECUTE FUNCTION search_related_changes()

trigger CREATE TRIGGER completion_schemes_changed_summary AFTER UPDATE OF bands ON public.completion_schemes FOR EACH ROW EXECUTE FUNCTION scheme_changes_summary()

trigger CREATE TRIGGER delegates_changed_search AFTER UPDATE OF name, title, unit_id, meeting_id, removed_at ON public.delegates FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person')

trigger CREATE TRIGGER delegates_created_search AFTER INSERT OR DELETE ON public.delegates FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person')

trigger CREATE TRIGGER document_events_append_only BEFORE DELETE OR UPDATE ON public.document_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER document_issues_append_only BEFORE DELETE OR UPDATE ON public.document_issues FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER figure_revisions_append_only BEFORE DELETE OR UPDATE ON public.figure_revisions FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER good_practices_changed_search AFTER UPDATE OF title, summary, text, unit_id, cluster_year_id, year, illustrative ON public.good_practices FOR EACH ROW EXECUTE FUNCTION search_entry_changes('practice')

trigger CREATE TRIGGER good_practices_created_search AFTER INSERT OR DELETE ON public.good_practices FOR EACH ROW EXECUTE FUNCTION search_entry_changes('practice')

trigger CREATE TRIGGER indicator_sets_changed_summary AFTER UPDATE OF completion_scheme_id ON public.indicator_sets FOR EACH ROW EXECUTE FUNCTION scheme_changes_summary()

trigger CREATE TRIGGER indicators_changed_summary AFTER UPDATE ON public.indicators FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary()

trigger CREATE TRIGGER indicators_deleted_summary AFTER DELETE ON public.indicators FOR EACH ROW EXECUTE FUNCTION indicator_changes_summary()

trigger CREATE TRIGGER joint_activities_changed_search AFTER UPDATE OF title, place, description, unit_id, cluster_year_id, held_on, handed_over_on, illustrative ON public.joint_activities FOR EACH ROW EXECUTE FUNCTION search_entry_changes('activity')

trigger CREATE TRIGGER joint_activities_created_search AFTER INSERT OR DELETE ON public.joint_activities FOR EACH ROW EXECUTE FUNCTION search_entry_changes('activity')

trigger CREATE TRIGGER meetings_changed_search AFTER UPDATE OF title, place, organised_by, programme, host_unit_id, cluster_year_id, held_on, illustrative ON public.meetings FOR EACH ROW EXECUTE FUNCTION search_entry_changes('meeting')

trigger CREATE TRIGGER meetings_created_search AFTER INSERT OR DELETE ON public.meetings FOR EACH ROW EXECUTE FUNCTION search_entry_changes('meeting')

trigger CREATE TRIGGER meetings_related_search AFTER UPDATE OF title, cluster_year_id, held_on, illustrative ON public.meetings FOR EACH ROW EXECUTE FUNCTION search_related_changes()

trigger CREATE TRIGGER nomination_events_append_only BEFORE DELETE OR UPDATE ON public.nomination_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER official_documents_changed_search AFTER UPDATE OF kind, number, symbol, texts, unit_id, cluster_year_id, dated_on, state ON public.official_documents FOR EACH ROW EXECUTE FUNCTION search_entry_changes('document')

trigger CREATE TRIGGER official_documents_created_search AFTER INSERT OR DELETE ON public.official_documents FOR EACH ROW EXECUTE FUNCTION search_entry_changes('document')

trigger CREATE TRIGGER report_events_append_only BEFORE DELETE OR UPDATE ON public.report_events FOR EACH ROW EXECUTE FUNCTION refuse_trail_change()

trigger CREATE TRIGGER report_projections_inserted_summary AFTER INSERT ON public.report_projections FOR EACH ROW EXECUTE FUNCTION projection_changes_summary()

trigger CREATE TRIGGER reports_deleted_summary AFTER DELETE ON public.reports FOR EACH ROW EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER reports_inserted_summary AFTER INSERT ON public.reports FOR EACH ROW WHEN (((new.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"])))) EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER reports_updated_summary AFTER UPDATE ON public.reports FOR EACH ROW WHEN ((((new.first_sent_at IS NOT NULL) OR (old.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"])) OR (old.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))) AND ((old.data_version <> new.data_version) OR (old.illustrative <> new.illustrative) OR (old.cluster_year_id IS DISTINCT FROM new.cluster_year_id) OR (old.unit_id <> new.unit_id) OR (old.period_id <> new.period_id) OR ((old.state = ANY (ARRAY['CONFIRMED'::"ReportState", 'LOCKED'::"ReportState"])) <> (new.state = ANY (ARRAY['CONFIRMED'::"ReportState", 'LOCKED'::"ReportState"]))) OR (((old.first_sent_at IS NOT NULL) OR (old.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))) <> ((new.first_sent_at IS NOT NULL) OR (new.state <> ALL (ARRAY['DRAFT'::"ReportState", 'PRESENTED'::"ReportState"]))))))) EXECUTE FUNCTION report_changes_summary()

trigger CREATE TRIGGER sources_changed_search AFTER UPDATE OF title, letter, publisher, author, note, published_on ON public.sources FOR EACH ROW EXECUTE FUNCTION search_entry_changes('source')

trigger CREATE TRIGGER sources_created_search AFTER INSERT OR DELETE ON public.sources FOR EACH ROW EXECUTE FUNCTION search_entry_changes('source')

trigger CREATE TRIGGER speakers_changed_search AFTER UPDATE OF name, topic, summary, meeting_id, delegate_id ON public.speakers FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person')

trigger CREATE TRIGGER speakers_created_search AFTER INSERT OR DELETE ON public.speakers FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person')

trigger CREATE TRIGGER statements_changed_search AFTER UPDATE OF text, unit_id, cluster_year_id, year ON public.statements FOR EACH ROW EXECUTE FUNCTION search_entry_changes('statement')

trigger CREATE TRIGGER statements_created_search AFTER INSERT OR DELETE ON public.statements FOR EACH ROW EXECUTE FUNCTION search_entry_changes('statement')

trigger CREATE TRIGGER unit_aliases_changed_search AFTER INSERT OR DELETE OR UPDATE ON public.unit_aliases FOR EACH ROW EXECUTE FUNCTION search_unit_changes()

trigger CREATE TRIGGER unit_designations_changed_search AFTER INSERT OR DELETE OR UPDATE ON public.unit_designations FOR EACH ROW EXECUTE FUNCTION search_unit_changes()

trigger CREATE TRIGGER unit_indicators_changed_summary AFTER INSERT OR DELETE OR UPDATE ON public.unit_indicators FOR EACH ROW EXECUTE FUNCTION assignment_changes_summary()

trigger CREATE TRIGGER units_changed_search AFTER UPDATE OF slug, level, note ON public.units FOR EACH ROW EXECUTE FUNCTION search_entry_changes('unit')

trigger CREATE TRIGGER units_created_search AFTER INSERT OR DELETE ON public.units FOR EACH ROW EXECUTE FUNCTION search_entry_changes('unit')

view search_contents
 SELECT kind,
    id,
    title,
    search_words(((title || ' '::text) || names)) AS names,
    detail,
    ((setweight(to_tsvector('simple'::regconfig, search_words(((title || ' '::text) || names))), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, search_words(concat_ws(' '::text, search_unit_names(unit_id), search_cluster_names(cluster_year_id), belongs, (year)::text))), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, search_words(((detail || ' '::text) || text))), 'C'::"char")) AS vector,
    unit_id,
    cluster_year_id,
    year,
    happened_on,
    illustrative
   FROM ( SELECT 'unit'::text AS kind,
            u.id,
            COALESCE(( SELECT ((d.kind || ' '::text) || d.name)
                   FROM unit_designations d
                  WHERE (d.unit_id = u.id)
                  ORDER BY d.valid_from DESC NULLS LAST
                 LIMIT 1), u.slug) AS title,
            COALESCE(search_unit_names(u.id), ''::text) AS names,
            ''::text AS detail,
            COALESCE(u.note, ''::text) AS text,
            ( SELECT string_agg(d.code, ' '::text) AS string_agg
                   FROM unit_designations d
                  WHERE (d.unit_id = u.id)) AS belongs,
            NULL::uuid AS unit_id,
            NULL::uuid AS cluster_year_id,
            NULL::integer AS year,
            NULL::date AS happened_on,
            false AS illustrative
           FROM units u
          WHERE (u.level = 'PROVINCE'::"UnitLevel")
        UNION ALL
         SELECT 'cluster'::text,
            c.id,
            ('Cụm '::text || c.name),
            array_to_string(c.aliases, ' '::text) AS array_to_string,
            ''::text,
            COALESCE(c.note, ''::text) AS "coalesce",
            NULL::text,
            NULL::uuid,
            NULL::uuid,
            NULL::integer,
            NULL::date,
            false
           FROM clusters c
        UNION ALL
         SELECT 'person'::text,
            d.id,
            d.name,
            ''::text,
            COALESCE(d.title, ''::text) AS "coalesce",
            ''::text,
            m.title,
            d.unit_id,
            m.cluster_year_id,
            NULL::integer,
            m.held_on,
            m.illustrative
           FROM (delegates d
             JOIN meetings m ON ((m.id = d.meeting_id)))
          WHERE (d.removed_at IS NULL)
        UNION ALL
         SELECT 'person'::text,
            s.id,
            s.name,
            ''::text,
            COALESCE(s.topic, ''::text) AS "coalesce",
            COALESCE(s.summary, ''::text) AS "coalesce",
            m.title,
            NULL::uuid,
            m.cluster_year_id,
            NULL::integer,
            m.held_on,
            m.illustrative
           FROM (speakers s
             JOIN meetings m ON ((m.id = s.meeting_id)))
          WHERE (s.delegate_id IS NULL)
        UNION ALL
         SELECT 'activity'::text,
            a.id,
            a.title,
            ''::text,
            COALESCE(a.place, ''::text) AS "coalesce",
            a.description,
            NULL::text,
            a.unit_id,
            a.cluster_year_id,
            NULL::integer,
            COALESCE(a.held_on, a.handed_over_on) AS "coalesce",
            a.illustrative
           FROM joint_activities a
        UNION ALL
         SELECT 'campaign'::text,
            c.id,
            c.name,
            COALESCE(array_to_string(c.mentions, ' '::text), ''::text) AS "coalesce",
            c.description,
            ''::text,
            NULL::text,
            NULL::uuid,
            NULL::uuid,
            c.first_year,
            NULL::date,
            c.illustrative
           FROM campaigns c
        UNION ALL
         SELECT 'practice'::text,
            p.id,
            p.title,
            ''::text,
            p.summary,
            p.text,
            NULL::text,
            p.unit_id,
            p.cluster_year_id,
            p.year,
            NULL::date,
            p.illustrative
           FROM good_practices p
        UNION ALL
         SELECT 'source'::text,
            s.id,
            s.title,
            COALESCE(('tài liệu '::text || s.letter), ''::text) AS "coalesce",
            concat_ws(', '::text, s.publisher, s.author) AS concat_ws,
            COALESCE(s.note, ''::text) AS "coalesce",
            NULL::text,
            NULL::uuid,
            NULL::uuid,
            NULL::integer,
            s.published_on,
            false
           FROM sources s
        UNION ALL
         SELECT 'statement'::text,
            t.id,
            t.text,
            ''::text,
            ''::text,
            ''::text,
            NULL::text,
            t.unit_id,
            t.cluster_year_id,
            t.year,
            NULL::date,
            false
           FROM statements t
        UNION ALL
         SELECT 'document'::text,
            d.id,
            concat_ws(' '::text, search_paper_name(d.kind),
                CASE
                    WHEN (d.number IS NOT NULL) THEN ((('số '::text || d.number) || '/'::text) || d.symbol)
                    ELSE NULL::text
                END) AS concat_ws,
            ''::text,
            ''::text,
            COALESCE(( SELECT string_agg(t.value, ' '::text) AS string_agg
                   FROM jsonb_each_text(
                        CASE
                            WHEN (jsonb_typeof(d.texts) = 'object'::text) THEN d.texts
                            ELSE NULL::jsonb
                        END) t(key, value)), ''::text) AS "coalesce",
            NULL::text,
            d.unit_id,
            d.cluster_year_id,
            NULL::integer,
            d.dated_on,
            false
           FROM official_documents d
          WHERE (d.state <> 'DISCARDED'::"DocumentState")
        UNION ALL
         SELECT 'meeting'::text,
            m.id,
            m.title,
            ''::text,
            concat_ws(', '::text, m.place, m.organised_by) AS concat_ws,
            m.programme,
            NULL::text,
            m.host_unit_id,
            m.cluster_year_id,
            NULL::integer,
            m.held_on,
            m.illustrative
           FROM meetings m
        UNION ALL
         SELECT 'award'::text,
            a.id,
            t.name,
            COALESCE(a.recipient, ''::text) AS "coalesce",
            COALESCE(a.recipient, ''::text) AS "coalesce",
            COALESCE(a.note, ''::text) AS "coalesce",
            concat_ws(' '::text, d.number, d.issuer) AS concat_ws,
            a.unit_id,
            NULL::uuid,
            a.year,
            d.decided_on,
            a.illustrative
           FROM ((awards a
             JOIN award_types t ON ((t.id = a.award_type_id)))
             LEFT JOIN award_decisions d ON ((d.id = a.decision_id)))) found;
