import fc from 'fast-check'
import { createLocalReq, type CollectionSlug, type FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isUuid } from '#plugins/kernel/domain'
import { people, requestOf } from './people'
import { canaryNumber, canaryText, isRestricted, plantRows, type Planted } from './plant'
import { startStage, type Call, type Person, type Stage } from './stage'

let stage: Stage
let planted: Planted
let outsiders: Record<string, NonNullable<Person>>
let staff: Record<string, NonNullable<Person>>

const missing = '0190a000-0000-7000-8000-00000000dead'
const collections = (): string[] => [...planted.keys()]

beforeAll(async () => {
  stage = await startStage()
  planted = await plantRows({ payload: stage.payload })
  outsiders = {
    candidate: await stage.portal({ candidate: idOf('candidates', 0) }),
    'client-contact': await stage.portal({
      contact: idOf('client-contacts', 0),
      client: idOf('client-corporations', 0),
    }),
  }
  staff = {
    admin: await stage.staff('admin'),
    recruiter: await stage.staff('recruiter'),
    payroll: await stage.staff('payroll'),
    billing: await stage.staff('billing'),
    trainer: await stage.staff('trainer'),
  }
})

afterAll(async () => {
  await stage.stop()
})

const idOf = (slug: string, index: number): string => {
  const id = planted.get(slug)?.[index]
  if (!id) throw new Error(`Nothing was planted in ${slug}.`)
  return id
}

const slugOf = (slug: string): CollectionSlug => {
  const found = stage.payload.config.collections.find((each) => each.slug === slug)
  if (!found) throw new Error(`There is no collection ${slug}.`)
  return found.slug
}

const fieldsOf = (slug: string): FlattenedField[] =>
  stage.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []

/** The fields of a collection that this role may not read. */
const hiddenFrom = async (role: string, slug: string): Promise<FlattenedField[]> => {
  const actor = people[role]
  if (!actor) throw new Error(`There is no ${role}.`)
  const hidden: FlattenedField[] = []
  for (const field of fieldsOf(slug)) {
    const read = 'access' in field ? field.access?.read : undefined
    if (isRestricted(field) && read && !(await read({ req: requestOf(actor) }))) hidden.push(field)
  }
  return hidden
}

describe('every record', () => {
  it('is planted, and known by an id that tells nothing', () => {
    expect(collections().length).toBeGreaterThan(30)
    for (const ids of planted.values()) {
      expect(ids.length).toBeGreaterThanOrEqual(2)
      expect(ids.every(isUuid)).toBe(true)
    }
  })
})

describe('a client contact and a candidate', () => {
  it('find no record of anybody by its id, and cannot tell it from one that is not there', {
    timeout: 300_000,
  }, async () => {
    const told: string[] = []
    const notThere = await stage.call({
      path: `/api/candidates/${missing}`,
      as: staff.admin ?? null,
    })
    expect(notThere.status).toBe(404)
    for (const [who, as] of Object.entries(outsiders))
      for (const slug of collections().filter((each) => each !== 'media'))
        for (const call of [
          (id: string): Call => ({ path: `/api/${slug}/${id}` }),
          (id: string): Call => ({ method: 'PATCH', path: `/api/${slug}/${id}`, json: {} }),
          (id: string): Call => ({ method: 'DELETE', path: `/api/${slug}/${id}` }),
        ]) {
          const { status, text } = await stage.call({ ...call(idOf(slug, 1)), as })
          // A login is never duplicated: that route is not there at all.
          const isRouteless = text.startsWith('{"message":"Route not found')
          if (status !== 404 || (text !== notThere.text && !isRouteless))
            told.push(`${who} ${JSON.stringify(call(slug))}: ${status} ${text.slice(0, 80)}`)
        }
    expect(told).toEqual([])
  })

  it('learn nothing by counting, filtering, versions or files', { timeout: 300_000 }, async () => {
    const told: string[] = []
    for (const [who, as] of Object.entries(outsiders))
      for (const slug of collections().filter((each) => each !== 'media')) {
        const list = await stage.call({ path: `/api/${slug}`, as })
        const filtered = await stage.call({
          path: `/api/${slug}?where[id][equals]=${idOf(slug, 0)}`,
          as,
        })
        const count = await stage.call({ path: `/api/${slug}/count`, as })
        const bulk = await stage.call({
          method: 'DELETE',
          path: `/api/${slug}?where[id][in]=${idOf(slug, 1)}`,
          as,
        })
        const isEmpty = (answer: { status: number; json: unknown }): boolean =>
          answer.status === 403 ||
          (answer.status === 200 && Number(Reflect.get(Object(answer.json), 'totalDocs')) === 0)
        for (const answer of [list, filtered, count])
          if (!isEmpty(answer))
            told.push(`${who} ${slug}: ${answer.status} ${answer.text.slice(0, 80)}`)
        if (list.text.replaceAll(/\d/g, '') !== filtered.text.replaceAll(/\d/g, ''))
          told.push(`${who} ${slug}: a filter changes the answer`)
        if (bulk.status < 400 && JSON.stringify(Reflect.get(Object(bulk.json), 'docs')) !== '[]')
          told.push(`${who} ${slug}: deleted in bulk`)
        const versions = await stage.call({ path: `/api/${slug}/versions`, as })
        if (versions.status === 200 && !isEmpty(versions)) told.push(`${who} ${slug}: versions`)
      }
    expect(told).toEqual([])
    const file = await fileNameOf('documents')
    for (const as of Object.values(outsiders)) {
      const there = await stage.call({ path: `/api/documents/file/${file}`, as })
      const notThere = await stage.call({ path: '/api/documents/file/none.pdf', as })
      expect([there.status, there.text]).toEqual([notThere.status, notThere.text])
      expect(there.status).toBe(404)
    }
  })

  it('delete and change nothing', async () => {
    for (const [slug, ids] of planted)
      for (const id of ids)
        expect(
          await stage.payload.db.findOne({
            collection: slugOf(slug),
            where: { id: { equals: id } },
            req: await createLocalReq({}, stage.payload),
          }),
          `${slug} ${id}`,
        ).not.toBeNull()
  })
})

const fileNameOf = async (slug: 'documents'): Promise<string> => {
  const row = await stage.payload.findByID({
    collection: slug,
    id: idOf(slug, 0),
    overrideAccess: true,
    depth: 0,
  })
  if (!row.filename) throw new Error('The planted document has no file name.')
  return row.filename
}

describe('staff without a right', () => {
  it('never get the value of a field that is not theirs, however deep it is populated', {
    timeout: 300_000,
  }, async () => {
    const leaks: string[] = []
    let asked = 0
    for (const [role, as] of Object.entries(staff))
      for (const slug of collections()) {
        const { text, status } = await stage.call({ path: `/api/${slug}?depth=3&limit=50`, as })
        if (status !== 200) continue
        asked += 1
        const forbidden = new Set<string>()
        for (const other of collections())
          for (const { name } of await hiddenFrom(role, other)) forbidden.add(name)
        const names = namesOfCanaries(JSON.parse(text))
        for (const name of names)
          if (forbidden.has(name) && !(await isReadableSomewhere(role, name)))
            leaks.push(`${role} reads ${name} in ${slug}`)
      }
    expect(asked).toBeGreaterThan(60)
    expect(leaks).toEqual([])
    const control = await stage.call({
      path: '/api/placement-terms?depth=0',
      as: staff.admin ?? null,
    })
    expect(control.text).toContain(String(canaryNumber))
  })
})

/** A field name may be restricted in one collection and open in another. */
const isReadableSomewhere = async (role: string, name: string): Promise<boolean> => {
  for (const slug of collections()) {
    const field = fieldsOf(slug).find((each) => each.name === name)
    if (field && isRestricted(field) && !(await hiddenFrom(role, slug)).includes(field)) return true
  }
  return false
}

const namesOfCanaries = (value: unknown, name = ''): string[] => {
  if (value === canaryNumber || value === canaryText) return [name]
  if (Array.isArray(value)) return value.flatMap((item) => namesOfCanaries(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => namesOfCanaries(inner, key))
}

describe('restricted values', () => {
  it('change no answer to anybody who may not read them', { timeout: 300_000 }, async () => {
    const control = { path: '/api/placement-terms?sort=payRateE4', as: staff.admin ?? null }
    const controls = new Set([(await stage.call(control)).text])
    const all: string[] = []
    for (const role of ['recruiter', 'trainer', 'payroll', 'candidate']) {
      const as = staff[role] ?? outsiders[role] ?? null
      const paths = await queriesFor(role)
      const askAll = async (): Promise<string[]> => {
        const answers: string[] = []
        for (const path of paths) {
          const { status, text } = await stage.call({ path, as })
          answers.push(`${role} ${path}\n${status} ${text}`)
        }
        return answers
      }
      const before = await askAll()
      expect(await changeValuesHiddenFrom(role)).toBeGreaterThanOrEqual(6)
      const after = await askAll()
      controls.add((await stage.call(control)).text)
      expect(after.filter((answer, index) => answer !== before[index])).toEqual([])
      all.push(...before)
    }
    // The same test sees the change where it may be seen, and its questions do find records.
    expect(controls.size).toBeGreaterThan(1)
    expect(all.filter((answer) => /\n5\d\d /.test(answer))).toEqual([])
    expect(all.filter((answer) => answer.includes('"totalDocs":2')).length).toBeGreaterThan(20)
    expect(all.filter((answer) => answer.includes('\n400')).length).toBeGreaterThan(20)
  })
})

const perRole = 70

/** Queries that touch what the role may not read, alone, nested, through relations, in every part. */
const queriesFor = async (role: string): Promise<string[]> => {
  const paths: { slug: string; path: string }[] = []
  for (const slug of collections()) {
    for (const field of fieldsOf(slug)) {
      if (field.type !== 'relationship' || Array.isArray(field.relationTo)) continue
      for (const hidden of await hiddenFrom(role, field.relationTo))
        paths.push({ slug, path: `${field.name}.${hidden.name}` })
    }
    for (const hidden of await hiddenFrom(role, slug)) paths.push({ slug, path: hidden.name })
  }
  if (paths.length === 0) throw new Error(`Nothing is hidden from ${role}.`)
  const value = fc.constantFrom(
    String(canaryNumber),
    '1',
    '9000000',
    canaryText,
    'true',
    'null',
    '',
  )
  const operator = fc.constantFrom(
    'equals',
    'not_equals',
    'greater_than',
    'less_than_equal',
    'in',
    'not_in',
    'like',
    'contains',
    'exists',
    'all',
    'near',
  )
  const query = fc
    .record({
      target: fc.constantFrom(...paths),
      form: fc.constantFrom(
        'where',
        'and',
        'or',
        'not',
        'sort',
        'select',
        'populate',
        'joins',
        'count',
      ),
      operator,
      value,
      depth: fc.integer({ min: 0, max: 3 }),
      direction: fc.constantFrom('', '-'),
    })
    .map(({ target: { slug, path }, form, operator: op, value: text, depth, direction }) => {
      const condition = `[${path}][${op}]=${encodeURIComponent(text)}`
      const base = `/api/${slug}`
      const end = `depth=${depth}`
      switch (form) {
        case 'where':
          return `${base}?where${condition}&${end}`
        case 'and':
          return `${base}?where[and][0]${condition}&where[and][1][id][exists]=true&${end}`
        case 'or':
          return `${base}?where[or][0]${condition}&where[or][1][and][0]${condition}&${end}`
        case 'not':
          return `${base}?where[and][0][or][0]${condition}&where[and][0][or][1][id][exists]=false&${end}`
        case 'sort':
          return `${base}?sort=${direction}${path}&limit=1&${end}`
        case 'select':
          return `${base}?select[${path.replaceAll('.', '][')}]=true&${end}`
        case 'populate':
          return `${base}?populate[${slug}][${path.split('.').at(-1)}]=true&${end}`
        case 'joins':
          return `${base}?joins[${path}][sort]=${path}&joins[${path}][limit]=1&${end}`
        case 'count':
          return `${base}/count?where${condition}`
      }
    })
  return [...new Set(fc.sample(query, { numRuns: perRole, seed: 20_261_122 }))]
}

/** Turns the order of all values hidden from a role around, beside all hooks; how many columns. */
const changeValuesHiddenFrom = async (role: string): Promise<number> => {
  const { poolOf, tableOf } = await import('#plugins/kernel')
  const client = await poolOf(stage.payload).connect()
  let columns = 0
  try {
    await client.query('set session_replication_role = replica')
    for (const slug of collections())
      for (const field of await hiddenFrom(role, slug)) {
        const column = field.name.replaceAll(/([A-Z])|([a-z])(\d)/g, snake).toLowerCase()
        const next =
          field.type === 'number'
            ? `9000000 - coalesce("${column}", 0) + row_number`
            : field.type === 'text' || field.type === 'textarea'
              ? `reverse("${column}")`
              : null
        if (!next) continue
        const { rowCount } = await client.query(
          `update "${tableOf(slug)}" t set "${column}" = s.next
            from (select id, ${next.replace('row_number', 'row_number() over (order by id desc)')} as next
              from "${tableOf(slug)}") s where s.id = t.id`,
        )
        if (rowCount) columns += 1
      }
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
  return columns
}

const snake = (_all: string, capital?: string, letter?: string, digit?: string): string =>
  capital ? `_${capital}` : `${letter ?? ''}${digit ?? ''}`

describe('what is sent beside the fields', () => {
  const extras = {
    createdAt: '1999-01-01T00:00:00.000Z',
    updatedAt: '1999-01-01T00:00:00.000Z',
    hash: 'known',
    salt: 'known',
    resetPasswordToken: 'known',
    resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
    sessions: [{ id: 'mine', expiresAt: '2099-01-01T00:00:00.000Z' }],
    loginAttempts: 7,
    _verified: true,
    collection: 'users',
    _strategy: 'local-jwt',
    unheardOf: { $ne: 1 },
    deletedBy: 'me',
  }
  const rowOf = async (slug: string, id: string): Promise<Record<string, unknown>> => {
    const row: unknown = await stage.payload.db.findOne({
      collection: slugOf(slug),
      where: { id: { equals: id } },
      req: await createLocalReq({}, stage.payload),
    })
    return Object.fromEntries(Object.entries(Object(row)))
  }

  it('changes no stored value, whoever sends it', { timeout: 300_000 }, async () => {
    const changed: string[] = []
    for (const role of ['admin', 'recruiter', 'billing']) {
      const as = staff[role] ?? null
      const actor = people[role]
      if (!actor) throw new Error(`There is no ${role}.`)
      for (const slug of collections()) {
        const id = idOf(slug, 0)
        const denied = fieldsOf(slug).filter(
          (field) =>
            'access' in field &&
            field.access?.update &&
            !field.access.update({ req: requestOf(actor) }),
        )
        const sent: Record<string, unknown> = {
          ...extras,
          id: missing,
          ...Object.fromEntries(denied.map((field) => [field.name, otherValue(field)])),
        }
        const { status } = await stage.call({
          method: 'PATCH',
          path: `/api/${slug}/${id}`,
          json: sent,
          as,
        })
        const after = await rowOf(slug, id)
        if (status >= 500) changed.push(`${role} ${slug}: ${status}`)
        for (const [name, value] of Object.entries(sent))
          if (name in after && JSON.stringify(after[name]) === JSON.stringify(value))
            changed.push(`${role} changed ${name} of ${slug}`)
      }
    }
    expect(changed).toEqual([])
  })

  const otherValue = (field: FlattenedField): unknown =>
    field.type === 'number' ? 13 : field.type === 'checkbox' ? true : 'changed from outside'

  it('gives nobody a role, and a colleague without the right cannot make one', async () => {
    const { docs } = await stage.payload.find({
      collection: 'roles',
      where: { key: { equals: 'admin' } },
      overrideAccess: true,
      depth: 0,
    })
    const adminRole = docs[0]?.id
    const { recruiter } = staff
    if (!recruiter || !adminRole) throw new Error('The stage is not set.')
    const self = `/api/users/${recruiter.id}`
    const before = await rowOf('users', recruiter.id)
    await stage.call({
      method: 'PATCH',
      path: self,
      json: { roles: [adminRole], isDisabled: true, name: 'Renamed' },
      as: recruiter,
    })
    const after = await rowOf('users', recruiter.id)
    expect(after.roles).toEqual(before.roles)
    expect(after.isDisabled).toEqual(before.isDisabled)
    expect(after.name).toBe('Renamed')
    const refusals: Call[] = [
      {
        method: 'POST',
        path: '/api/users',
        json: { email: 'x@y.test', password: 'tangerine walrus piano', name: 'X' },
      },
      { method: 'PATCH', path: `/api/users/${idOf('users', 0)}`, json: { name: 'Taken over' } },
      { method: 'PATCH', path: `/api/roles/${adminRole}`, json: { permissions: [] } },
      { method: 'PATCH', path: `/api/users?where[id][in]=${recruiter.id}`, json: { name: 'Me' } },
    ]
    for (const call of refusals)
      expect((await stage.call({ ...call, as: recruiter })).status, call.path).toBe(403)
  })

  it('is not taken as the time or the id of a new record', async () => {
    const made = await stage.call({
      method: 'POST',
      path: '/api/credential-types',
      json: { name: 'Forklift licence', ...extras, id: missing },
      as: staff.admin ?? null,
    })
    expect(made.status).toBe(201)
    const row = await rowOf(
      'credential-types',
      String(Reflect.get(Object(Reflect.get(Object(made.json), 'doc')), 'id')),
    )
    expect(row.id).not.toBe(missing)
    expect(String(row.createdAt)).not.toContain('1999')
    expect(await rowOf('credential-types', missing)).toEqual({})
  })

  it('cannot reach a prototype', async () => {
    const as = staff.admin ?? null
    const target = `/api/users/${as?.id}`
    const bodies = [
      '{"__proto__":{"polluted":1}}',
      '{"name":"A","constructor":{"prototype":{"polluted":1}}}',
      '{"address":{"__proto__":{"polluted":1}}}',
      '{"list":[{"__proto__":{"polluted":1}}]}',
    ]
    for (const body of bodies)
      for (const method of ['PATCH', 'POST']) {
        const path = method === 'PATCH' ? target : '/api/credential-types'
        const answer = await stage.call({
          method,
          path,
          body,
          headers: { 'content-type': 'application/json' },
          as,
        })
        expect(answer.status, body).toBe(400)
      }
    const queries = [
      'a[__proto__][polluted]=1',
      'where[__proto__][polluted]=1',
      'where[constructor][prototype][polluted]=1',
      'select[__proto__]=true',
      '__proto__.polluted=1',
    ]
    for (const query of queries)
      expect((await stage.call({ path: `/api/users?${query}`, as })).status, query).toBe(400)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})
