import type { FieldAccess, SanitizedConfig, Where } from 'payload'

import { noRows } from '#plugins/agency'
import { grantableScopes } from '#plugins/integrations/domain'
import { registryOf } from '#plugins/kernel'
import { collectionOperations, globalOperations } from '../../access/operations'
import { keyWith, people, requestOf } from './people'

/**
 * `all`: every record · `some`: the records of the filter · `404`: none, as if they were not there ·
 * `no`: refused.
 */
export type Verdict = 'all' | 'some' | '404' | 'no'

/** Verdict → the people it is given to. */
type Verdicts = Record<string, string[]>

export type Matrix = {
  collections: Record<string, Record<string, Verdicts>>
  globals: Record<string, Record<string, Verdicts>>
  /** Fields that say more than their collection does. */
  fields: Record<string, Record<string, Verdicts>>
  /** What an API key may with each scope alone: records it reads, fields with rules of their own, commands. */
  keys: Record<string, KeyRights>
}

type KeyRights = { reads: string[]; fields: string[]; commands: string[] }

/** Asks every access function of the sanitized config, built-in collections included, for everybody. */
export const computeMatrix = async (config: SanitizedConfig): Promise<Matrix> => {
  const matrix: Matrix = { collections: {}, globals: {}, fields: {}, keys: {} }
  for (const collection of config.collections) {
    const rows: Record<string, Verdicts> = {}
    for (const operation of collectionOperations) {
      if ((operation === 'unlock' || operation === 'admin') && !collection.auth) continue
      const access: unknown = collection.access[operation]
      if (typeof access === 'function') rows[operation] = await verdictsOf({ access, config })
    }
    matrix.collections[collection.slug] = rows
    const fields = await fieldVerdicts({ fields: collection.flattenedFields, config })
    if (Object.keys(fields).length > 0) matrix.fields[collection.slug] = fields
  }
  for (const global of config.globals) {
    const rows: Record<string, Verdicts> = {}
    for (const operation of globalOperations) {
      const access: unknown = global.access[operation]
      if (typeof access === 'function') rows[operation] = await verdictsOf({ access, config })
    }
    matrix.globals[global.slug] = rows
  }
  for (const scope of grantableScopes) matrix.keys[scope] = await rightsOfKey({ config, scope })
  return matrix
}

/** By REST a key reads; what it changes are commands. */
const rightsOfKey = async ({
  config,
  scope,
}: {
  config: SanitizedConfig
  scope: string
}): Promise<KeyRights> => {
  const req = requestOf(keyWith(scope), config)
  const reads: string[] = []
  const fields: string[] = []
  for (const collection of config.collections) {
    const verdict = verdictOf(await collection.access.read({ req }))
    if (verdict === 'no' || verdict === '404') continue
    reads.push(verdict === 'all' ? collection.slug : `${collection.slug} ${verdict}`)
    const ruled: readonly FieldWithAccess[] = collection.flattenedFields
    for (const { name, access } of ruled)
      if (access?.read && verdictOf(await access.read({ req })) === 'all')
        fields.push(`${collection.slug}.${name}`)
  }
  const commands = [...registryOf(config).commands.values()].filter(
    ({ allow, isForPeopleOnly }) =>
      !isForPeopleOnly && (allow.staff === scope || Boolean(allow.anonymous)),
  )
  return { reads, fields, commands: commands.map(({ name }) => name) }
}

type FieldWithAccess = {
  name: string
  access?: { read?: FieldAccess; create?: FieldAccess; update?: FieldAccess }
}

const fieldVerdicts = async ({
  fields,
  config,
}: {
  fields: readonly FieldWithAccess[]
  config: SanitizedConfig
}): Promise<Record<string, Verdicts>> => {
  const rows: Record<string, Verdicts> = {}
  for (const { name, access } of fields)
    for (const operation of ['create', 'read', 'update'] as const) {
      const rule = access?.[operation]
      if (rule) rows[`${name} ${operation}`] = await verdictsOf({ access: rule, config })
    }
  return rows
}

const verdictsOf = async ({
  access,
  config,
}: {
  access: unknown
  config: SanitizedConfig
}): Promise<Verdicts> => {
  if (typeof access !== 'function') throw new Error('An access rule is a function.')
  const verdicts: Verdicts = {}
  for (const [role, actor] of Object.entries(people)) {
    const answer: unknown = await access({
      req: requestOf(actor, config),
      id: undefined,
      data: undefined,
    })
    const verdict = verdictOf(answer)
    verdicts[verdict] = [...(verdicts[verdict] ?? []), role]
  }
  return verdicts
}

/** What somebody was given. */
export const verdictFor = ({
  verdicts,
  role,
}: {
  verdicts: Verdicts | undefined
  role: string
}): Verdict | 'absent' => {
  const found = Object.entries(verdicts ?? {}).find(([, roles]) => roles.includes(role))
  const kind = found?.[0].split(' ')[0]
  return kind === 'all' || kind === 'some' || kind === '404' || kind === 'no' ? kind : 'absent'
}

/** A filter is written out: a changed filter is a changed right. */
const verdictOf = (answer: unknown): string => {
  if (answer === true) return 'all'
  if (!answer) return 'no'
  return JSON.stringify(answer) === JSON.stringify(noRows satisfies Where)
    ? '404'
    : `some ${JSON.stringify(answer)}`
}

/** One line per operation, so that a change reads well in a diff. */
export const matrixAsJson = (matrix: Matrix): string => {
  const text = (value: unknown, indent: string, depth: number): string =>
    depth === 0 || typeof value !== 'object' || value === null
      ? JSON.stringify(value)
      : `{${Object.entries(value)
          .map(
            ([key, inner]) =>
              `\n${indent}  ${JSON.stringify(key)}: ${text(inner, `${indent}  `, depth - 1)}`,
          )
          .join(',')}\n${indent}}`
  return `${text(matrix, '', 3)}\n`
}

const signs: Record<Verdict | 'absent', string> = {
  all: '●',
  some: '◐',
  '404': '·',
  no: '–',
  absent: '?',
}

/** The matrix as tables that a person can read. */
export const matrixAsMarkdown = ({ collections, globals, fields, keys }: Matrix): string => {
  const roles = Object.keys(people)
  const table = (rows: [string, Verdicts][]): string[] => [
    `| | ${roles.join(' | ')} |`,
    `| --- |${roles.map(() => ' :-: |').join('')}`,
    ...rows.map(
      ([name, verdicts]) =>
        `| ${name} | ${roles.map((role) => signs[verdictFor({ verdicts, role })]).join(' | ')} |`,
    ),
  ]
  const sections = (of: Record<string, Record<string, Verdicts>>): string[] =>
    Object.entries(of).flatMap(([slug, rows]) => [
      '',
      `### ${slug}`,
      '',
      ...table(Object.entries(rows)),
    ])
  return [
    '# Who may do what',
    '',
    'Generated from the access rules of the whole configuration; a test fails when they differ.',
    '`node --conditions=production src/bin/run.mjs src/testing/security/write-matrix.main.ts` writes it anew.',
    '',
    '● every record · ◐ some records (the filter stands in access-matrix.json) · `·` none, as if they were not there (404) · – refused (403)',
    '',
    '## Collections',
    ...sections(collections),
    ...(Object.keys(globals).length > 0 ? ['', '## Globals', ...sections(globals)] : []),
    '',
    '## Fields with rules of their own',
    ...sections(fields),
    '',
    '## API keys with one scope',
    '',
    'Whoever the key acts for has every right; the scope is what narrows it.',
    '',
    '| Scope | Reads | Fields with rules of their own | Commands |',
    '| --- | --- | --- | --- |',
    ...Object.entries(keys).map(
      ([scope, rights]) =>
        `| ${[scope, ...[rights.reads, rights.fields, rights.commands].map((names) => names.join(', '))].join(' | ')} |`,
    ),
    '',
  ].join('\n')
}
