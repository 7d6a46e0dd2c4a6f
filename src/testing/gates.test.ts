import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { gates } from '../bin/steps/gates.mjs'

const root = resolve(import.meta.dirname, '../..')
const fixtures = join(root, 'src/testing/fixtures/gates')

type Gate = (typeof gates)[number]

/** What `npm run check` runs for a gate, in words that a test can read. */
const commandOf = (gate: Gate): string[] => [
  join(root, gate.tool === undefined ? (gate.script ?? '') : join('node_modules', gate.tool)),
  ...(gate.args ?? []),
  ...(plainWords[gate.name] ?? []),
]

const plainWords: Record<string, string[]> = {
  format: ['--colors=off'],
  types: ['--pretty', 'false'],
  lint: ['--format=unix'],
  'dead code': ['--reporter', 'compact'],
}

const settings = ['tsconfig.json', 'biome.json', '.oxlintrc.json', 'knip.json']
/** These judge by the table of who may use whom; elsewhere it would be a file nobody imports. */
const readingTheTable: readonly string[] = ['architecture', 'structure', 'generated']

const sandboxes: string[] = []
afterAll(() => {
  for (const sandbox of sandboxes) rmSync(sandbox, { recursive: true, force: true })
})

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const versionOf = (name: string): string => {
  const version = manifest.dependencies[name] ?? manifest.devDependencies[name]
  if (version === undefined) throw new Error(`${name} is not in package.json`)
  return version
}

type Lock = { packages: Record<string, { version?: string; resolved?: string }> }

/** The clean tree with `overlay` laid over it, as a project of its own outside the repository. */
const sandboxOf = ({
  gate,
  overlay,
  dependencies = {},
  devDependencies = {},
  imports = {},
  lock = { packages: {} },
}: {
  gate: string
  overlay?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  imports?: Record<string, string>
  lock?: Lock
}): string => {
  const sandbox = mkdtempSync(join(tmpdir(), 'placewright-gate-'))
  sandboxes.push(sandbox)
  for (const path of settings) cpSync(join(root, path), join(sandbox, path))
  if (readingTheTable.includes(gate))
    cpSync(join(root, 'src/architecture.ts'), join(sandbox, 'src/architecture.ts'))
  if (gate === 'unit tests')
    cpSync(join(root, 'vitest.config.ts'), join(sandbox, 'vitest.config.ts'))
  cpSync(join(fixtures, 'clean'), sandbox, { recursive: true })
  if (overlay !== undefined) cpSync(join(fixtures, overlay), sandbox, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(sandbox, 'node_modules'))
  writeJson({
    path: join(sandbox, 'package.json'),
    value: {
      name: 'sandbox',
      private: true,
      type: 'module',
      imports: { ...doors, ...imports },
      dependencies: { zod: versionOf('zod'), ...dependencies },
      devDependencies: { vitest: versionOf('vitest'), ...devDependencies },
    },
  })
  writeJson({ path: join(sandbox, 'package-lock.json'), value: lock })
  return sandbox
}

const doors = {
  '#plugins/kernel': './plugins/kernel/index.ts',
  '#plugins/kernel/domain': './plugins/kernel/domain/index.ts',
  '#plugins/agency': './plugins/agency/index.ts',
  '#themes': './themes/index.ts',
  '#env': './src/env.ts',
}

const writeJson = ({ path, value }: { path: string; value: unknown }): void =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)

const run = ({
  gate: name,
  sandbox,
  more = [],
}: {
  gate: string
  sandbox: string
  more?: string[]
}) => {
  const gate = gates.find((known) => known.name === name)
  if (gate === undefined) throw new Error(`npm run check has no gate ${name}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandOf(gate), ...more], {
    cwd: sandbox,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  return { status, said: `${stdout}\n${stderr}` }
}

const judged = (tree: Parameters<typeof sandboxOf>[0]) =>
  run({ gate: tree.gate, sandbox: sandboxOf(tree) })

/** The lines of a gate of ours, each as `file rule`, without line numbers and remedies. */
const faultsIn = (said: string): string[] =>
  [
    ...new Set(
      (said.match(/^[^\s:]+(?::\d+)? [a-z-]+(?=: )/gm) ?? []).map((line) =>
        line.replace(/:\d+ /, ' '),
      ),
    ),
  ].sort()

it('every gate of npm run check has a tree that breaks it', () => {
  const broken = readdirSync(fixtures).filter((name) => name !== 'clean')
  expect(gates.map(({ name }) => name.replace(' ', '-')).sort()).toEqual(
    // What breaks the versions are two JSON files, made by its tests.
    [...broken, 'versions'].sort(),
  )
})

describe('a tree without a fault', () => {
  it.each(gates)(
    'passes $name',
    ({ name }) => {
      const sandbox = sandboxOf({
        gate: name,
        lock: { packages: { 'node_modules/zod': { version: versionOf('zod') } } },
      })
      // The rest of what is generated comes from the composed config, which only the house has.
      const more = name === 'generated' ? ['--imports'] : []
      const { status, said } = run({ gate: name, sandbox, more })
      expect(status, said).toBe(0)
    },
    120_000,
  )
})

describe('a tree that breaks', () => {
  it.each<{ gate: string; says: RegExp[] }>([
    { gate: 'format', says: [/plugins\/agency\/commands\/open-room\.ts format/] },
    {
      gate: 'lint',
      says: [
        /plugins\/agency\/commands\/open-room\.ts:4:.*no-floating-promises/,
        /plugins\/agency\/collections\/rooms\.ts:5:.*switch-exhaustiveness-check/,
      ],
    },
    {
      gate: 'types',
      says: [
        /plugins\/agency\/commands\/open-room\.ts\(1,.*TS2322/,
        /plugins\/agency\/collections\/rooms\.ts\(3,.*TS2532/,
      ],
    },
    {
      gate: 'dead code',
      says: [/plugins\/agency\/commands\/close-room\.ts/, /open-room\.ts: openHouse/],
    },
    { gate: 'unit tests', says: [/FAIL .*plugins\/kernel\/domain\/double\.test\.ts > doubles/] },
    { gate: 'generated', says: [/package\.json generated: .* npm run generate/] },
  ])(
    '$gate is refused, and the file is named',
    ({ gate, says }) => {
      const { status, said } = judged({ gate, overlay: gate.replace(' ', '-') })
      expect(status, said).not.toBe(0)
      for (const words of says) expect(said).toMatch(words)
    },
    120_000,
  )

  it('architecture is refused rule by rule', () => {
    const { status, said } = judged({
      gate: 'architecture',
      overlay: 'architecture',
      dependencies: { react: versionOf('react') },
      devDependencies: { 'fast-check': versionOf('fast-check') },
      imports: { '#plugins/kernel/pdf': './plugins/kernel/pdf/index.ts' },
    })
    expect(status).toBe(1)
    expect(faultsIn(said)).toEqual(
      [
        'plugins/agency/collections/badges.ts admin-by-path-only',
        'plugins/agency/index.ts no-cycles',
        'plugins/agency/queries/deep.ts doors-only',
        'plugins/agency/queries/developer.ts no-dev-packages-in-production',
        'plugins/agency/queries/here.ts no-cycles',
        'plugins/agency/queries/lost.ts resolves',
        'plugins/agency/queries/prints.ts side-door-kernel-pdf',
        'plugins/agency/queries/undeclared.ts declared-packages',
        'plugins/agency/queries/up.test.ts plugin-tests-up-to-testing',
        'plugins/agency/queries/up.ts plugins-never-up',
        'plugins/kernel/domain/draws.test.ts domain-tests-are-pure',
        'plugins/kernel/domain/draws.ts domain-is-pure',
        'plugins/kernel/domain/reads-disk.ts domain-is-pure',
        'plugins/kernel/index.ts one-direction-kernel',
        'plugins/stranger/index.ts known-plugin',
        'src/app/page.ts doors-only-from-outside',
        'src/app/page.ts testing-only-from-tests',
        'src/app/page.ts themes-by-their-index',
        'themes/harbour/nosy.ts themes-see-content-only',
      ].sort(),
    )
  }, 120_000)

  it('structure is refused rule by rule', () => {
    const { status, said } = judged({ gate: 'structure', overlay: 'structure' })
    expect(status).toBe(1)
    expect(faultsIn(said)).toEqual(
      [
        'plugins/agency/collections/pair.ts one-collection',
        'plugins/agency/commands/close.ts command-name',
        'plugins/agency/commands/paint-room.ts command-export',
        'plugins/agency/domain/index.ts domain-door',
        'plugins/agency/helpers.ts plugin-vocabulary',
        'plugins/agency/hooks/after-change.ts three-hooks',
        'plugins/agency/queries/OpenRooms.ts file-name',
        'plugins/agency/utils plugin-vocabulary',
        'plugins/notes.md plugin-folder',
        'plugins/stranger known-plugin',
        'plugins/stranger/README.md plugin-has',
      ].sort(),
    )
  }, 120_000)

  it('the house rules is refused rule by rule', () => {
    const { status, said } = judged({ gate: 'houserules', overlay: 'houserules' })
    expect(status).toBe(1)
    expect(faultsIn(said)).toEqual(
      [
        'plugins/agency/commands/rename-room.ts passes-req',
        'plugins/agency/domain/index.ts pure-domain',
        'plugins/agency/domain/rooms.test.ts every-test-runs',
        'plugins/agency/queries/default-export.ts named-exports',
        'plugins/agency/queries/imports-settings.ts settings-in-one-place',
        'plugins/agency/queries/list-rooms.ts states-access',
        'plugins/agency/queries/loose.ts no-any',
        'plugins/agency/queries/loose.ts no-non-null',
        'plugins/agency/queries/loose.ts no-swallowed-error',
        'plugins/agency/queries/loose.ts vouched-cast',
        'plugins/agency/queries/reads-settings.ts settings-in-one-place',
        'plugins/agency/queries/shouts.ts no-console',
        'plugins/agency/queries/silenced.ts no-leftovers',
        'plugins/agency/queries/silenced.ts no-suppression',
        'plugins/agency/queries/waiting-jobs.ts states-at-home',
      ].sort(),
    )
    expect(said.match(/domain\/index\.ts:(\d+) pure-domain/g)).toHaveLength(3)
    expect(said.match(/silenced\.ts:\d+ no-leftovers/g)).toHaveLength(1)
  }, 120_000)

  it.each<{ rule: string; tree: Omit<Parameters<typeof sandboxOf>[0], 'gate'> }>([
    { rule: 'exact-version', tree: { dependencies: { zod: '^4.0.0' } } },
    { rule: 'installed-as-written', tree: { dependencies: { zod: '4.0.0' } } },
    {
      rule: 'version-floor',
      tree: {
        lock: { packages: { 'node_modules/a/node_modules/nodemailer': { version: '9.1.1' } } },
      },
    },
    {
      rule: 'one-payload',
      tree: { lock: { packages: { 'node_modules/@payloadcms/ui': { version: '3.90.2' } } } },
    },
    {
      rule: 'refused-package',
      tree: {
        lock: { packages: { 'node_modules/@payloadcms/plugin-mcp': { version: '3.90.1' } } },
      },
    },
    {
      rule: 'no-registry-host',
      tree: {
        lock: {
          packages: {
            'node_modules/zod': { version: '4.6.7', resolved: 'https://example.org/z.tgz' },
          },
        },
      },
    },
  ])('versions by $rule is refused', ({ rule, tree }) => {
    const { status, said } = judged({ gate: 'versions', ...tree })
    expect(status).toBe(1)
    expect(said).toMatch(new RegExp(`^package(-lock)?\\.json ${rule}: `, 'm'))
  })
})

it('refuses a tree in which a gate finds nothing to look at', () => {
  const sandbox = sandboxOf({ gate: 'houserules' })
  for (const path of ['plugins', 'themes', 'src', 'payload.config.ts'])
    rmSync(join(sandbox, path), { recursive: true })
  for (const gate of ['structure', 'houserules'] as const) {
    const { status, said } = run({ gate, sandbox })
    expect(status).toBe(1)
    expect(said).toContain('looked-at-nothing')
  }
}, 120_000)
