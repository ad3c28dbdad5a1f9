/**
 * What one kind of tests came to. A run that broke without naming a failed test has failed once, and so has one that ran
 * nothing, unless `mayBeEmpty`.
 */
export function tally(name, { code, passed = 0, failed = 0, skipped = 0, mayBeEmpty = false }) {
  const silent = failed === 0 && (code !== 0 || (!mayBeEmpty && passed === 0))
  return { name, passed, failed: silent ? 1 : failed, skipped }
}
