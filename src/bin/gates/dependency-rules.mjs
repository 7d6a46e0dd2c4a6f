import { loadArchitecture } from './load-architecture.mjs'

const { domainPackages, mayUse, pluginOrder, sideDoors, themeDoors, themesMayUse } =
  await loadArchitecture()

const anyOf = (names) => `(${names.map(escaped).join('|')})`
const escaped = (name) => name.replaceAll(/[.\\/]/g, '\\$&')

const door = '^plugins/[^/]+/(domain/)?index\\.ts$'
const sideDoor = sideDoors.map(
  ({ plugin, folder, entries }) => `^plugins/${plugin}/${folder}/${anyOf(entries)}\\.ts$`,
)
const test = '\\.test\\.tsx?$'
const importMap = '^src/app/\\(payload\\)/admin/importMap\\.js$'
const packages = (names) => `(^|/)node_modules/(@types/)?${anyOf(names)}/`

const oneDirection = pluginOrder.map((name) => ({
  name: `one-direction-${name}`,
  comment: `${name} may use ${mayUse[name].join(', ') || 'no other plugin'}: see mayUse in src/architecture.ts`,
  severity: 'error',
  from: { path: `^plugins/${name}/` },
  to: { path: '^plugins/', pathNot: `^plugins/${anyOf([name, ...mayUse[name]])}/` },
}))

/** @type {import('dependency-cruiser').ICruiseOptions} */
export const dependencyRules = {
  validate: true,
  ruleSet: {
    forbidden: [
      ...oneDirection,
      {
        name: 'known-plugin',
        comment: 'every folder of plugins/ stands in mayUse of src/architecture.ts',
        severity: 'error',
        from: { path: '^plugins/', pathNot: `^plugins/${anyOf(pluginOrder)}/` },
        to: {},
      },
      {
        name: 'doors-only',
        comment: 'enter another plugin by #plugins/<name> or #plugins/<name>/domain',
        severity: 'error',
        from: { path: '^plugins/([^/]+)/' },
        to: { path: '^plugins/', pathNot: ['^plugins/$1/', door, ...sideDoor] },
      },
      ...sideDoors.map(({ plugin, folder }) => ({
        name: `side-door-${plugin}-${folder}`,
        comment: `only a ${folder}/ folder enters #plugins/${plugin}/${folder}`,
        severity: 'error',
        from: { path: '^plugins/', pathNot: [`^plugins/[^/]+/${folder}/`, `^plugins/${plugin}/`] },
        to: { path: `^plugins/${plugin}/${folder}/` },
      })),
      {
        name: 'doors-only-from-outside',
        comment: 'what composes the plugins enters them by their doors; only tests look inside',
        severity: 'error',
        from: { pathNot: ['^plugins/', '^src/testing/', test, importMap] },
        to: { path: '^plugins/', pathNot: door },
      },
      {
        name: 'plugins-never-up',
        comment: 'a plugin knows neither the app nor a theme; its tests may use src/testing',
        severity: 'error',
        from: { path: '^plugins/', pathNot: test },
        to: { path: '^(src|themes|payload\\.config\\.ts)' },
      },
      {
        name: 'plugin-tests-up-to-testing',
        comment: 'a test inside a plugin may use src/testing and nothing else above',
        severity: 'error',
        from: { path: `^plugins/.*${test}` },
        to: { path: '^(src|themes|payload\\.config\\.ts)', pathNot: '^src/testing/' },
      },
      {
        name: 'testing-only-from-tests',
        comment: 'what runs in production imports nothing of src/testing',
        severity: 'error',
        from: { pathNot: ['^src/testing/', '^src/bin/', test] },
        to: { path: '^src/testing/' },
      },
      {
        name: 'themes-see-content-only',
        comment: 'a theme draws what the site hands it: site/domain and kernel/domain',
        severity: 'error',
        from: { path: '^themes/' },
        to: {
          path: '^(plugins|src)/',
          pathNot: `^plugins/${anyOf(themesMayUse)}/domain/index\\.ts$`,
        },
      },
      {
        name: 'themes-by-their-index',
        comment: 'the app enters the themes by #themes and its doors; a stylesheet by its path',
        severity: 'error',
        from: { pathNot: ['^themes/', '^src/testing/'] },
        to: {
          path: '^themes/',
          pathNot: [`^themes/(${anyOf(themeDoors)}/)?index\\.ts$`, '\\.css$'],
        },
      },
      {
        name: 'domain-is-pure',
        comment: `domain/ imports domain/ and ${domainPackages.join(', ')}, so it runs in a browser too`,
        severity: 'error',
        from: { path: '^plugins/[^/]+/domain/', pathNot: test },
        to: { pathNot: ['^plugins/[^/]+/domain/', packages(domainPackages)] },
      },
      {
        name: 'domain-tests-are-pure',
        comment: 'a test of pure rules needs vitest, fast-check and its cases',
        severity: 'error',
        from: { path: `^plugins/[^/]+/domain/.*${test}` },
        to: {
          pathNot: [
            '^plugins/[^/]+/domain/',
            packages([...domainPackages, 'vitest', 'fast-check']),
          ],
          dependencyTypesNot: ['core'],
        },
      },
      {
        name: 'admin-by-path-only',
        comment: 'admin/ is named by path in the config: its styles cannot be loaded by the worker',
        severity: 'error',
        from: { path: '^plugins/([^/]+)/', pathNot: ['^plugins/[^/]+/admin/', test] },
        to: { path: '^plugins/$1/admin/' },
      },
      {
        name: 'no-cycles',
        comment: 'two files that need each other are one idea, or a third one is missing',
        severity: 'error',
        from: {},
        to: { circular: true },
      },
      {
        name: 'resolves',
        comment: 'the import leads nowhere; if it is a door, run npm run generate',
        severity: 'error',
        from: {},
        to: { couldNotResolve: true },
      },
      {
        name: 'declared-packages',
        comment: 'a package that is imported stands in package.json',
        severity: 'error',
        from: {},
        to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      },
      {
        name: 'no-dev-packages-in-production',
        comment: 'what runs in production uses dependencies, not devDependencies',
        severity: 'error',
        from: {
          path: '^(plugins|themes|src)/',
          pathNot: ['^src/(testing|bin)/', test],
        },
        to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      },
    ],
  },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['/fixtures/', '^\\.next/', '\\.css$'] },
  tsConfig: { fileName: 'tsconfig.json' },
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    mainFields: ['module', 'main', 'types', 'typings'],
  },
}
