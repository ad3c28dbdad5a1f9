-- CreateIndex
CREATE INDEX "cluster_years_emulation_year_id_idx" ON "cluster_years"("emulation_year_id");

-- Whether anything was sent in a period is asked by every page of the nation; drafts are not in it, so saving one costs nothing.
CREATE INDEX "reports_sent_in_period" ON "reports" ("period_id") WHERE "state" NOT IN ('DRAFT', 'PRESENTED');
