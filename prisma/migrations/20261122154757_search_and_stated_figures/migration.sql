-- CreateTable
CREATE TABLE "search_entries" (
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "vector" tsvector NOT NULL,
    "unit_id" UUID,
    "cluster_year_id" UUID,
    "year" INTEGER,
    "happened_on" DATE,
    "illustrative" BOOLEAN NOT NULL,

    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "stated_figures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cluster_figure_id" UUID NOT NULL,
    "raw" TEXT NOT NULL,
    "amount" DECIMAL(40,6),
    "denominator" DECIMAL(40,6),
    "qualifier" TEXT NOT NULL DEFAULT 'EXACT',
    "words" TEXT,
    "source_id" UUID NOT NULL,
    "stated_on" DATE,
    "fact_id" TEXT,
    "note" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "stated_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stated_figure_choices" (
    "id" BIGSERIAL NOT NULL,
    "cluster_figure_id" UUID NOT NULL,
    "stated_figure_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "stated_figure_choices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_entries_vector_idx" ON "search_entries" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "search_entries_names_idx" ON "search_entries" USING GIN ("names" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_entries_unit_id_idx" ON "search_entries"("unit_id");

-- CreateIndex
CREATE INDEX "search_entries_cluster_year_id_idx" ON "search_entries"("cluster_year_id");

-- CreateIndex
CREATE INDEX "stated_figures_cluster_figure_id_idx" ON "stated_figures"("cluster_figure_id");

-- CreateIndex
CREATE INDEX "stated_figure_choices_cluster_figure_id_id_idx" ON "stated_figure_choices"("cluster_figure_id", "id");

-- AddForeignKey
ALTER TABLE "stated_figures" ADD CONSTRAINT "stated_figures_cluster_figure_id_fkey" FOREIGN KEY ("cluster_figure_id") REFERENCES "cluster_figures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figures" ADD CONSTRAINT "stated_figures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figure_choices" ADD CONSTRAINT "stated_figure_choices_cluster_figure_id_fkey" FOREIGN KEY ("cluster_figure_id") REFERENCES "cluster_figures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figure_choices" ADD CONSTRAINT "stated_figure_choices_stated_figure_id_fkey" FOREIGN KEY ("stated_figure_id") REFERENCES "stated_figures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Words as they are searched: folded, and nothing but letters and digits apart by single spaces.
CREATE FUNCTION search_words(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(vn_fold(words), '[^a-z0-9]+', ' ', 'g'));

-- What a paper of a kind is called; PAPER_LABELS of lib/documents/life says the same (a test compares them).
CREATE FUNCTION search_paper_name(kind text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE kind
  WHEN 'invitation' THEN 'Giấy mời'
  WHEN 'running_order' THEN 'Kịch bản điều hành'
  WHEN 'plan' THEN 'Kế hoạch hoạt động cụm'
  WHEN 'regulation' THEN 'Quy chế hoạt động cụm'
  WHEN 'reminder' THEN 'Công văn đôn đốc'
  WHEN 'conclusion_notice' THEN 'Thông báo kết luận'
  WHEN 'cluster_report' THEN 'Báo cáo tổng kết cụm'
  WHEN 'unit_report' THEN 'Báo cáo năm của Hội LHPN tỉnh'
  WHEN 'midterm_report' THEN 'Báo cáo sơ kết giữa nhiệm kỳ'
  WHEN 'pledge' THEN 'Giao ước thi đua'
  WHEN 'meeting_minutes' THEN 'Biên bản hội nghị'
  WHEN 'count_minutes' THEN 'Biên bản kiểm phiếu'
  WHEN 'ballot_paper' THEN 'Phiếu bầu'
  WHEN 'selection_minutes' THEN 'Biên bản bình xét'
  WHEN 'award_submission' THEN 'Tờ trình đề nghị khen thưởng'
  WHEN 'achievement_report' THEN 'Báo cáo thành tích'
  WHEN 'award_list' THEN 'Danh sách khen thưởng'
  WHEN 'handover_minutes' THEN 'Biên bản bàn giao cụm trưởng'
  WHEN 'score_table' THEN 'Bảng điểm'
  ELSE kind
END;

-- Names a unit has borne, with their kinds ("tỉnh Lào Cai"), and its aliases.
CREATE FUNCTION search_unit_names(unit uuid) RETURNS text
LANGUAGE sql STABLE STRICT
RETURN (SELECT string_agg(names.name, ' ') FROM (
  SELECT d.kind || ' ' || d.name AS name FROM unit_designations d WHERE d.unit_id = unit
  UNION SELECT a.alias FROM unit_aliases a WHERE a.unit_id = unit) names);

CREATE FUNCTION search_cluster_names(cluster_year uuid) RETURNS text
LANGUAGE sql STABLE STRICT
RETURN (SELECT concat_ws(' ', c.name, array_to_string(c.aliases, ' '), cy.title, cy.year)
  FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id WHERE cy.id = cluster_year);

-- Everything that can be found, as it stands now. Names of beneficiaries are not among it: they show only with consent.
CREATE VIEW search_contents AS
SELECT found.kind, found.id, found.title, search_words(found.title || ' ' || found.names) AS names, found.detail,
  setweight(to_tsvector('simple', search_words(found.title || ' ' || found.names)), 'A')
  || setweight(to_tsvector('simple', search_words(concat_ws(' ', search_unit_names(found.unit_id),
       search_cluster_names(found.cluster_year_id), found.belongs, found.year::text))), 'B')
  || setweight(to_tsvector('simple', search_words(found.detail || ' ' || found.text)), 'C') AS vector,
  found.unit_id, found.cluster_year_id, found.year, found.happened_on, found.illustrative
FROM (
  SELECT 'unit' AS kind, u.id,
    coalesce((SELECT d.kind || ' ' || d.name FROM unit_designations d WHERE d.unit_id = u.id
      ORDER BY d.valid_from DESC NULLS LAST LIMIT 1), u.slug) AS title,
    coalesce(search_unit_names(u.id), '') AS names,
    '' AS detail, coalesce(u.note, '') AS text,
    (SELECT string_agg(d.code, ' ') FROM unit_designations d WHERE d.unit_id = u.id) AS belongs,
    NULL::uuid AS unit_id, NULL::uuid AS cluster_year_id, NULL::int AS year, NULL::date AS happened_on, false AS illustrative
    FROM units u WHERE u.level = 'PROVINCE'
  UNION ALL
  SELECT 'cluster', c.id, 'Cụm ' || c.name, array_to_string(c.aliases, ' '), '',
    coalesce(c.note, ''), NULL, NULL, NULL, NULL, NULL, false FROM clusters c
  UNION ALL
  SELECT 'person', d.id, d.name, '', coalesce(d.title, ''), '', m.title, d.unit_id, m.cluster_year_id, NULL, m.held_on,
    m.illustrative
    FROM delegates d JOIN meetings m ON m.id = d.meeting_id WHERE d.removed_at IS NULL
  UNION ALL
  SELECT 'person', s.id, s.name, '', coalesce(s.topic, ''), coalesce(s.summary, ''), m.title, NULL, m.cluster_year_id, NULL,
    m.held_on, m.illustrative
    FROM speakers s JOIN meetings m ON m.id = s.meeting_id WHERE s.delegate_id IS NULL
  UNION ALL
  SELECT 'activity', a.id, a.title, '', coalesce(a.place, ''), a.description, NULL, a.unit_id, a.cluster_year_id, NULL,
    coalesce(a.held_on, a.handed_over_on), a.illustrative FROM joint_activities a
  UNION ALL
  SELECT 'campaign', c.id, c.name, coalesce(array_to_string(c.mentions, ' '), ''), c.description, '', NULL, NULL, NULL,
    c.first_year, NULL, c.illustrative FROM campaigns c
  UNION ALL
  SELECT 'practice', p.id, p.title, '', p.summary, p.text, NULL, p.unit_id, p.cluster_year_id, p.year, NULL, p.illustrative
    FROM good_practices p
  UNION ALL
  SELECT 'source', s.id, s.title, coalesce('tài liệu ' || s.letter, ''), concat_ws(', ', s.publisher, s.author), coalesce(s.note, ''),
    NULL, NULL, NULL, NULL, s.published_on, false FROM sources s
  UNION ALL
  SELECT 'statement', t.id, t.text, '', '', '', NULL, t.unit_id, t.cluster_year_id, t.year, NULL, false FROM statements t
  UNION ALL
  SELECT 'document', d.id, concat_ws(' ', search_paper_name(d.kind), CASE WHEN d.number IS NOT NULL THEN 'số ' || d.number || '/' || d.symbol END),
    '', '', coalesce((SELECT string_agg(t.value, ' ') FROM jsonb_each_text(CASE WHEN jsonb_typeof(d.texts) = 'object' THEN d.texts END) t), ''),
    NULL, d.unit_id, d.cluster_year_id, NULL, d.dated_on, false FROM official_documents d WHERE d.state <> 'DISCARDED'
  UNION ALL
  SELECT 'meeting', m.id, m.title, '', concat_ws(', ', m.place, m.organised_by), m.programme, NULL, m.host_unit_id, m.cluster_year_id,
    NULL, m.held_on, m.illustrative FROM meetings m
  UNION ALL
  SELECT 'award', a.id, t.name, coalesce(a.recipient, ''), coalesce(a.recipient, ''), coalesce(a.note, ''),
    concat_ws(' ', d.number, d.issuer), a.unit_id, NULL, a.year, d.decided_on, a.illustrative
    FROM awards a JOIN award_types t ON t.id = a.award_type_id LEFT JOIN award_decisions d ON d.id = a.decision_id
) found;

-- Writes one entry anew, or removes it where the thing is gone.
CREATE FUNCTION refresh_search_entry(of_kind text, of_id uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries e WHERE e.kind = of_kind AND e.id = of_id;
  INSERT INTO search_entries (kind, id, title, names, detail, vector, unit_id, cluster_year_id, year, happened_on, illustrative)
  SELECT c.kind, c.id, c.title, c.names, c.detail, c.vector, c.unit_id, c.cluster_year_id, c.year, c.happened_on, c.illustrative
    FROM search_contents c WHERE c.kind = of_kind AND c.id = of_id
  ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, names = excluded.names, detail = excluded.detail,
    vector = excluded.vector, unit_id = excluded.unit_id, cluster_year_id = excluded.cluster_year_id, year = excluded.year,
    happened_on = excluded.happened_on, illustrative = excluded.illustrative;
END
$$;

-- The row itself is what is found; the trigger names the kind.
CREATE FUNCTION search_entry_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search_entry(TG_ARGV[0], CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END
$$;

-- A name or alias of a unit: the unit, and everything that belongs to it.
CREATE FUNCTION search_unit_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
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
$$;

-- What other tables say of the things found: of meetings their people, of clusters and their years what belongs to them.
CREATE FUNCTION search_related_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
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
$$;

CREATE TRIGGER units_created_search AFTER INSERT OR DELETE ON "units" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('unit');
CREATE TRIGGER units_changed_search AFTER UPDATE OF "slug", "level", "note" ON "units" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('unit');
CREATE TRIGGER clusters_created_search AFTER INSERT OR DELETE ON "clusters" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('cluster');
CREATE TRIGGER clusters_changed_search AFTER UPDATE OF "name", "aliases", "note" ON "clusters" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('cluster');
CREATE TRIGGER delegates_created_search AFTER INSERT OR DELETE ON "delegates" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person');
CREATE TRIGGER delegates_changed_search AFTER UPDATE OF "name", "title", "unit_id", "meeting_id", "removed_at" ON "delegates" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person');
CREATE TRIGGER speakers_created_search AFTER INSERT OR DELETE ON "speakers" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person');
CREATE TRIGGER speakers_changed_search AFTER UPDATE OF "name", "topic", "summary", "meeting_id", "delegate_id" ON "speakers" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('person');
CREATE TRIGGER joint_activities_created_search AFTER INSERT OR DELETE ON "joint_activities" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('activity');
CREATE TRIGGER joint_activities_changed_search AFTER UPDATE OF "title", "place", "description", "unit_id", "cluster_year_id", "held_on", "handed_over_on", "illustrative" ON "joint_activities" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('activity');
CREATE TRIGGER campaigns_created_search AFTER INSERT OR DELETE ON "campaigns" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('campaign');
CREATE TRIGGER campaigns_changed_search AFTER UPDATE OF "name", "mentions", "description", "first_year", "illustrative" ON "campaigns" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('campaign');
CREATE TRIGGER good_practices_created_search AFTER INSERT OR DELETE ON "good_practices" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('practice');
CREATE TRIGGER good_practices_changed_search AFTER UPDATE OF "title", "summary", "text", "unit_id", "cluster_year_id", "year", "illustrative" ON "good_practices" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('practice');
CREATE TRIGGER sources_created_search AFTER INSERT OR DELETE ON "sources" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('source');
CREATE TRIGGER sources_changed_search AFTER UPDATE OF "title", "letter", "publisher", "author", "note", "published_on" ON "sources" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('source');
CREATE TRIGGER statements_created_search AFTER INSERT OR DELETE ON "statements" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('statement');
CREATE TRIGGER statements_changed_search AFTER UPDATE OF "text", "unit_id", "cluster_year_id", "year" ON "statements" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('statement');
CREATE TRIGGER official_documents_created_search AFTER INSERT OR DELETE ON "official_documents" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('document');
CREATE TRIGGER official_documents_changed_search AFTER UPDATE OF "kind", "number", "symbol", "texts", "unit_id", "cluster_year_id", "dated_on", "state" ON "official_documents" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('document');
CREATE TRIGGER meetings_created_search AFTER INSERT OR DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('meeting');
CREATE TRIGGER meetings_changed_search AFTER UPDATE OF "title", "place", "organised_by", "programme", "host_unit_id", "cluster_year_id", "held_on", "illustrative" ON "meetings" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('meeting');
CREATE TRIGGER awards_created_search AFTER INSERT OR DELETE ON "awards" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('award');
CREATE TRIGGER awards_changed_search AFTER UPDATE OF "award_type_id", "recipient", "note", "unit_id", "year", "decision_id", "illustrative" ON "awards" FOR EACH ROW EXECUTE FUNCTION search_entry_changes('award');
CREATE TRIGGER unit_designations_changed_search AFTER INSERT OR UPDATE OR DELETE ON "unit_designations" FOR EACH ROW EXECUTE FUNCTION search_unit_changes();
CREATE TRIGGER unit_aliases_changed_search AFTER INSERT OR UPDATE OR DELETE ON "unit_aliases" FOR EACH ROW EXECUTE FUNCTION search_unit_changes();
CREATE TRIGGER meetings_related_search AFTER UPDATE OF "title", "cluster_year_id", "held_on", "illustrative" ON "meetings" FOR EACH ROW EXECUTE FUNCTION search_related_changes();
CREATE TRIGGER clusters_related_search AFTER UPDATE OF "name", "aliases" ON "clusters" FOR EACH ROW EXECUTE FUNCTION search_related_changes();
CREATE TRIGGER cluster_years_related_search AFTER UPDATE OF "title", "year", "cluster_id" ON "cluster_years" FOR EACH ROW EXECUTE FUNCTION search_related_changes();
CREATE TRIGGER award_types_related_search AFTER UPDATE OF "name" ON "award_types" FOR EACH ROW EXECUTE FUNCTION search_related_changes();
CREATE TRIGGER award_decisions_related_search AFTER UPDATE OF "number", "issuer", "decided_on" ON "award_decisions" FOR EACH ROW EXECUTE FUNCTION search_related_changes();

-- What stands in a database that is older than this.
INSERT INTO search_entries (kind, id, title, names, detail, vector, unit_id, cluster_year_id, year, happened_on, illustrative)
SELECT kind, id, title, names, detail, vector, unit_id, cluster_year_id, year, happened_on, illustrative FROM search_contents;
