-- A report's projection is a little more than the 2 kB from which PostgreSQL packs a row, and a comparison takes one figure
-- out of thousands of them: unpacking was most of that. Packed rows stay as they are until they are next saved.
ALTER TABLE "report_projections" SET (toast_tuple_target = 8160);
