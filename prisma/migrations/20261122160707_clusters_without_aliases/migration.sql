-- AlterTable
ALTER TABLE "clusters" ALTER COLUMN "aliases" SET DEFAULT ARRAY[]::TEXT[];
UPDATE "clusters" SET "aliases" = ARRAY[]::TEXT[] WHERE "aliases" IS NULL;
