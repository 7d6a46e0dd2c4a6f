import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildConfig, type CollectionConfig, type Config } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { computeMatrix, matrixAsJson, matrixAsMarkdown, verdictFor, type Matrix } from './matrix'
import { people } from './people'
import { isBuiltIn } from './plant'
import { startStage, type Person, type Stage } from './stage'

let stage: Stage
let matrix: Matrix
let sealed: typeof import('../../access/seal').sealed
const callers = new Map<string, Person>()

beforeAll(async () => {
  stage = await startStage()
  // Reads the settings when it is imported.
  sealed = (await import('../../access/seal')).sealed
  matrix = await computeMatrix(stage.payload.config)
  for (const [role, actor] of Object.entries(people))
    callers.set(
      role,
      actor.kind === 'anonymous'
        ? null
        : actor.kind === 'portal'
          ? await stage.portal({})
          : await stage.staff(role),
    )
})

afterAll(async () => {
  await stage.stop()
})

const checkedIn = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '..', name), 'utf8')

const isOutsider = (role: string): boolean => people[role]?.kind === 'portal'

describe('the matrix of access', () => {
  it('is the one that was checked in', () => {
    expect(matrixAsJson(matrix)).toBe(checkedIn('access-matrix.json'))
    expect(matrixAsMarkdown(matrix)).toBe(checkedIn('access-matrix.md'))
  })

  it('gives nobody from outside anything but the public pictures', () => {
    const open = Object.entries(matrix.collections).flatMap(([slug, rows]) =>
      Object.entries(rows).flatMap(([operation, verdicts]) =>
        ['anonymous', 'candidate', 'client-contact']
          .map((role) => ({ role, verdict: verdictFor({ verdicts, role }) }))
          .filter(({ verdict }) => verdict !== 'no' && verdict !== '404')
          .map(({ role, verdict }) => `${role}: ${operation} ${slug} (${verdict})`),
      ),
    )
    expect(open).toEqual([
      'anonymous: read media (all)',
      'candidate: read media (all)',
      'client-contact: read media (all)',
    ])
  })

  it('is what the REST API does', { timeout: 300_000 }, async () => {
    const missing = '0190a000-0000-7000-8000-00000000dead'
    const wrong: string[] = []
    for (const [slug, rows] of Object.entries(matrix.collections)) {
      if (slug === 'payload-migrations' || slug === 'payload-preferences') continue
      for (const [role, as] of callers)
        for (const { operation, call, refused, allowed } of [
          {
            operation: 'read',
            call: { path: `/api/${slug}?limit=1&depth=0` },
            refused: [403],
            allowed: [200],
          },
          {
            operation: 'update',
            call: { method: 'PATCH', path: `/api/${slug}/${missing}`, json: {} },
            refused: [403],
            allowed: [404],
          },
          {
            operation: 'delete',
            call: { method: 'DELETE', path: `/api/${slug}/${missing}` },
            refused: [403],
            allowed: [404],
          },
          {
            operation: 'create',
            call: { method: 'POST', path: `/api/${slug}`, json: {} },
            refused: [403],
            allowed: null,
          },
        ]) {
          const verdict = verdictFor({ verdicts: rows[operation], role })
          // What creating answers to whoever may is the business of each collection.
          if (verdict !== 'no' && allowed === null) continue
          const { status } = await stage.call({ ...call, as })
          const expected =
            isOutsider(role) && operation !== 'read' && operation !== 'create'
              ? [404]
              : verdict === 'no'
                ? refused
                : verdict === 'some'
                  ? [...refused, ...(allowed ?? [])]
                  : (allowed ?? [])
          if (!expected.includes(status))
            wrong.push(`${role}: ${operation} ${slug} is ${verdict}, REST says ${status}`)
        }
    }
    expect(wrong).toEqual([])
  })

  it('opens no built-in collection to anybody but staff', () => {
    const builtIns = Object.keys(matrix.collections).filter(isBuiltIn)
    expect(builtIns).toEqual(
      expect.arrayContaining(['payload-locked-documents', 'payload-preferences', 'payload-kv']),
    )
  })
})

describe('the seal', () => {
  const access: NonNullable<CollectionConfig['access']> = {
    create: () => false,
    read: () => false,
    update: () => false,
    delete: () => false,
    readVersions: () => false,
  }
  const build = async (change: Partial<Config>) =>
    await sealed(
      buildConfig({
        secret: 'only for this test',
        db: stage.payload.config.db,
        graphQL: { disable: true },
        csrf: ['http://localhost:3000'],
        telemetry: false,
        admin: { user: 'people' },
        ...change,
        collections: [
          {
            slug: 'people',
            auth: true,
            fields: [],
            versions: false,
            access: { ...access, admin: () => false, unlock: () => false },
          },
          ...(change.collections ?? []),
        ],
      }),
    )
  const notes = (rules: CollectionConfig['access']): CollectionConfig => ({
    slug: 'notes',
    fields: [{ name: 'text', type: 'text' }],
    versions: false,
    ...(rules ? { access: rules } : {}),
  })

  it('takes a config that says everything', async () => {
    const config = await build({ collections: [notes(access)] })
    expect(config.collections.map(({ slug }) => slug)).toContain('notes')
  })

  it.each(['create', 'read', 'update', 'delete', 'readVersions'] as const)(
    'refuses a collection that does not say who may %s',
    async (operation) => {
      const { [operation]: _left, ...rest } = access
      await expect(build({ collections: [notes(rest)] })).rejects.toThrow(
        `notes does not say who may ${operation}.`,
      )
    },
  )

  it('refuses a collection without any rule', async () => {
    await expect(build({ collections: [notes(undefined)] })).rejects.toThrow(/notes does not say/)
  })

  it('refuses logins whose unlocking is left to the default', async () => {
    const logins: CollectionConfig = {
      slug: 'logins',
      auth: true,
      fields: [],
      versions: false,
      access: { ...access, admin: () => false },
    }
    await expect(build({ collections: [logins] })).rejects.toThrow(
      'logins does not say who may unlock.',
    )
  })

  it('refuses a global that says nothing', async () => {
    await expect(
      build({ globals: [{ slug: 'settings', fields: [], versions: false }] }),
    ).rejects.toThrow('The global settings does not say who may read.')
  })

  it('refuses a built-in collection it does not know', async () => {
    const unknown: CollectionConfig = { ...notes(undefined), slug: 'payload-unknown' }
    await expect(build({ collections: [unknown] })).rejects.toThrow(/payload-unknown does not say/)
  })

  it('refuses GraphQL, open origins and foreign callers', async () => {
    await expect(build({ graphQL: { disable: false } })).rejects.toThrow(/GraphQL/)
    await expect(build({ csrf: [] })).rejects.toThrow(/csrf/)
    await expect(build({ cors: ['https://elsewhere.test'] })).rejects.toThrow(/cors/)
    await expect(build({ cors: '*' })).rejects.toThrow(/cors/)
  })
})
