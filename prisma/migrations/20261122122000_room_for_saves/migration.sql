-- Each save of a figure updates these rows in place; room on the page keeps their indexes untouched.
ALTER TABLE "reports" SET (fillfactor = 80);
ALTER TABLE "figures" SET (fillfactor = 80);
ALTER TABLE "report_projections" SET (fillfactor = 70);

-- What waits for somebody is counted on every page, and is little beside all that was ever reported.
CREATE INDEX "reports_waiting" ON "reports" ("state", "cluster_year_id") WHERE "state" IN ('PRESENTED', 'SENT', 'CHECKED');
CREATE INDEX "target_adjustments_waiting" ON "target_adjustments" ("report_id") WHERE "state" = 'REQUESTED';
