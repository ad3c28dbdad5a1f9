import { defineConfig, globalIgnores } from 'eslint/config'
import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import tseslint from 'typescript-eslint'

const typescript = ['**/*.ts', '**/*.tsx']

export default defineConfig([
  globalIgnores(['.next/**', '.data/**', 'prisma/generated/**', 'next-env.d.ts', 'tests/bench/report.*']),
  ...nextVitals,
  ...nextTypescript,
  { files: typescript, extends: [tseslint.configs.strict] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      // Headers and variables of the environment are removed by name; an index that a loop has proved is asserted.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An overload with a docstring of its own says more than a union does.
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['*.config.{js,mjs,ts}'],
    rules: { 'import/no-anonymous-default-export': 'off' },
  },
  {
    // A file that outgrows this is two files.
    files: ['app/**', 'components/**', 'lib/**'],
    rules: { 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] },
  },
  {
    // An actor is made by lib/platform/auth from the database, and by the factory of the tests.
    files: ['app/**', 'components/**', 'lib/**', 'prisma/**', 'tests/**'],
    ignores: ['lib/platform/auth/**', 'tests/support/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/auth/actor'], importNames: ['sealActor'], message: 'Ask lib/platform/auth.' },
          ],
        },
      ],
    },
  },
  {
    // What a person starts from a terminal speaks to that terminal.
    files: ['lib/platform/ops/**', 'prisma/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      // Playwright calls what a fixture hands over `use`, which is no React hook.
      'react-hooks/rules-of-hooks': 'off',
    },
  },
])
