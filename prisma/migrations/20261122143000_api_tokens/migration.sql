-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "confirmed_only" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_usage" (
    "token_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "api_usage_pkey" PRIMARY KEY ("token_id")
);

-- CreateTable
CREATE TABLE "reference_version" (
    "id" INTEGER NOT NULL,
    "transaction_id" BIGINT NOT NULL,

    CONSTRAINT "reference_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_account_id_idx" ON "api_tokens"("account_id");

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_usage" ADD CONSTRAINT "api_usage_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_tokens"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At commit, so that no transaction waits for another while it still has rows to lock; once a transaction.
CREATE FUNCTION mark_reference_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO reference_version AS v (id, transaction_id) VALUES (1, pg_current_xact_id()::text::bigint)
  ON CONFLICT (id) DO UPDATE SET transaction_id = excluded.transaction_id
    WHERE v.transaction_id <> excluded.transaction_id;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'sources', 'units', 'unit_designations', 'unit_aliases', 'unit_successions', 'organisers', 'emulation_years',
    'reporting_periods', 'cluster_sets', 'clusters', 'cluster_years', 'cluster_memberships', 'headships',
    'indicator_sets', 'indicator_groups', 'indicators', 'unit_indicators', 'completion_schemes', 'cluster_figures'
  ] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER mark_reference_change AFTER INSERT OR UPDATE OR DELETE ON %I
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mark_reference_change()',
      name);
  END LOOP;
END
$$;
