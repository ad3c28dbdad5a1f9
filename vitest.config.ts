import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const timed = process.env.TIMED === '1'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: /^server-only$/, replacement: path.join(root, 'tests/support/server-only.ts') },
    ],
  },
  test: {
    maxWorkers: 2,
    testTimeout: process.env.FULL === '1' ? 600_000 : 20_000,
    hookTimeout: 120_000,
    retry: 0,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: timed ? [] : ['**/*.timed.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: timed ? [] : ['**/*.timed.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/worker-setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
