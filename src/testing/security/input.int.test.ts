import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { docx, evilFiles, evilNames, pdf, png } from './files'
import { isBuiltIn } from './plant'
import { startStage, type Answer, type Person, type Stage } from './stage'

let stage: Stage
let admin: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
})

afterAll(async () => {
  await stage.stop()
})

const missing = '0190a000-0000-7000-8000-00000000dead'

describe('a list', () => {
  const tooMuch = [
    'limit=0',
    'limit=1000000',
    'limit=-1',
    'limit=NaN',
    'limit=1e3',
    'limit=',
    'limit[a]=1',
    'limit[]=1',
    'limit=1&limit=1000',
    'depth=99',
    'depth=-1',
    'depth=NaN',
    'depth[]=1',
    'page=1000000000',
    'page=0',
    'page=-1',
    'page=1.5',
    'pagination=false',
    'pagination=0&pagination=false',
    'pagination=false&limit=251',
    'pagination=false&limit=0',
    Array.from({ length: 200 }, (_, i) => `where[or][${i}][name][equals]=a`).join('&'),
    `where[id][in]=${Array.from({ length: 10_000 }, () => 'a').join(',')}`,
    `where[id][in]=${Array.from({ length: 501 }, () => 'a').join(',')}`,
    'joins[anything][limit]=0',
    'joins[anything][limit]=100000',
    'where=x',
    'where={"a":',
    'where[]=1',
    'where[name]=x&where[name][equals]=y&limit=0',
    'select=name',
    'select[name]=maybe',
    'populate[users]=x',
    'draft=true&draft=false',
    'locale[]=en',
    `sort=${'a,'.repeat(9000)}`,
    'a=%00',
    'where[name][equals]=%00',
  ]

  it('is refused when too much or nonsense is asked', async () => {
    const given: string[] = []
    for (const query of tooMuch) {
      const { status } = await stage.call({ path: `/api/legal-entities?${query}`, as: admin })
      if (status !== 400) given.push(`${status} ${query.slice(0, 60)}`)
    }
    expect(given).toEqual([])
  })

  it('is given up to the caps', async () => {
    for (const query of [
      'limit=250&depth=3&page=1',
      'limit=250&pagination=false',
      'where[name][like]=a&sort=-name,createdAt',
      'select[name]=true&limit=1',
      Array.from({ length: 40 }, (_, i) => `where[or][${i}][name][equals]=a`).join('&'),
      'where={"name":{"equals":"a"}}',
    ]) {
      const { status } = await stage.call({ path: `/api/legal-entities?${query}`, as: admin })
      expect(status, query).toBe(200)
    }
  })

  it('is capped by every other way to ask, too', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const json = { 'content-type': 'application/json' }
    for (const name of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
      const ask = async (
        body: string,
        headers: Record<string, string>,
        path = '/api/legal-entities',
      ) =>
        await stage.call({
          method: 'POST',
          path,
          body,
          as: admin,
          headers: { ...headers, [name]: 'GET' },
        })
      expect((await ask('limit=5&depth=0', form)).status).toBe(200)
      expect((await ask('limit=100000', form)).status).toBe(400)
      expect((await ask('limit=1&limit=2', form)).status).toBe(400)
      expect((await ask('a[__proto__][x]=1', form)).status).toBe(400)
      expect((await ask('{', json)).status).toBe(400)
      expect((await ask('null', json)).status).toBe(400)
      expect((await ask('{"depth":99}', json, `/api/users/${admin.id}`)).status).toBe(400)
      expect((await ask(`a=${'x'.repeat(20_000)}`, form)).status).toBe(400)
      expect((await ask('x'.repeat(2_000_000), form)).status).toBe(413)
    }
    expect((await stage.call({ path: `/api/users/${admin.id}?depth=99`, as: admin })).status).toBe(
      400,
    )
    expect((await stage.call({ path: '/api/pages/versions?limit=0', as: admin })).status).toBe(400)
    const filter = Array.from({ length: 60 }, (_, i) => `where[or][${i}][name][equals]=a`).join('&')
    expect((await stage.call({ path: `/api/offices/count?${filter}`, as: admin })).status).toBe(400)
  })

  it('is changed in bulk only by naming what changes', async () => {
    const change = async (query: string, method = 'PATCH') =>
      (
        await stage.call({
          method,
          path: `/api/credential-types${query}`,
          ...(method === 'PATCH' ? { json: { description: 'Changed' } } : {}),
          as: admin,
        })
      ).status
    for (const query of [
      '',
      '?where[name][exists]=true',
      '?where[id][not_equals]=a',
      '?where[or][0][id][in]=a&where[or][1][name][exists]=true',
      '?where[id][in]=',
      '?where[id][exists]=true',
    ]) {
      expect(await change(query), query).toBe(400)
      expect(await change(query, 'DELETE'), query).toBeGreaterThanOrEqual(400)
    }
    expect(await change(`?where[id][in]=${missing}`)).toBe(200)
    expect(await change(`?limit=0&where[and][0][id][in][0]=${missing}`)).toBe(200)
  })
})

describe('a relation that a field filters', () => {
  it('is saved when it fits and refused when it does not', async () => {
    const created = async (slug: string, json: object): Promise<string> => {
      const answer = await stage.call({ method: 'POST', path: `/api/${slug}`, json, as: admin })
      expect(answer.status, answer.text).toBeLessThan(300)
      return z.object({ doc: z.object({ id: z.string() }) }).parse(answer.json).doc.id
    }
    const client = await created('client-corporations', { name: 'Quay Ltd', currency: 'USD' })
    const other = await created('client-corporations', { name: 'Other Ltd', currency: 'USD' })
    const contactOf = async (of: string) =>
      await created('client-contacts', { client: of, firstName: 'Blair', lastName: 'Buyer' })
    const [fitting, strange] = [await contactOf(client), await contactOf(other)]
    const order = await created('job-orders', {
      title: 'Picker',
      client,
      contact: fitting,
      owner: admin.id,
      employmentType: 'temp',
      currency: 'USD',
    })
    const change = async (json: object) =>
      await stage.call({ method: 'PATCH', path: `/api/job-orders/${order}`, json, as: admin })
    const kept = await change({
      description: 'Nights.',
      screeningQuestion: 'May you work nights?',
      screeningKind: 'yes_no',
      screeningKnockOut: 'no',
    })
    expect(kept.status, kept.text).toBe(200)
    expect((await change({ contact: strange })).status).toBe(400)
  })
})

describe('what is malformed', () => {
  const endings = [
    'not-a-uuid',
    '1',
    '0',
    '-1',
    "1' or '1'='1",
    '%00',
    '..',
    '%2e%2e',
    'null',
    'a'.repeat(400),
    '%F0%28',
    '😀',
    '%E2%80%AE',
  ]

  it('in the place of an id is not found', async () => {
    const wrong: string[] = []
    for (const slug of ['candidates', 'users', 'documents', 'pages', 'payload-locked-documents'])
      for (const ending of endings)
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const { status } = await stage.call({
            method,
            path: `/api/${slug}/${ending}x`.replace(/x$/, ''),
            ...(method === 'PATCH' ? { json: {} } : {}),
            as: admin,
          })
          // `..` is resolved by the address itself and leads to another route.
          if (![404, 403, 400].includes(status))
            wrong.push(`${method} ${slug}/${ending}: ${status}`)
        }
    expect(wrong).toEqual([])
  })

  it('in a body is refused before anything is done', async () => {
    const headers = { 'content-type': 'application/json' }
    const post = async (body: string, extra: Record<string, string> = {}) =>
      (
        await stage.call({
          method: 'POST',
          path: '/api/credential-types',
          body,
          headers: { ...headers, ...extra },
          as: admin,
        })
      ).status
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    const list = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    for (const body of [
      deep,
      list,
      '{',
      'null',
      '[]',
      '"text"',
      '1',
      '{"name":NaN}',
      '{"name":1e400}',
      '{"name":"a\\u0000b"}',
      '{"name":"\\ud800"}',
      '{"na\\u0000me":"a"}',
      '{"name":"a","name":"b"',
    ])
      expect(await post(body), body.slice(0, 40)).toBe(400)
    expect(await post(`{"name":"${'a'.repeat(10_000_000)}"}`)).toBe(413)
    expect(await post('{"name":"a"}', { 'content-length': '99999999' })).toBe(413)
    expect(await post('{"name":"a"}', { 'content-type': 'text/plain' })).toBe(415)
    expect(await post('name=a', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415)
    expect(await post('{"name":"a"}', { 'content-type': 'application/xml' })).toBe(415)
  })

  it('that is no UTF-8 is refused', async () => {
    const { status } = await stage.call({
      method: 'POST',
      path: '/api/credential-types',
      body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      headers: { 'content-type': 'application/json' },
      as: admin,
    })
    expect(status).toBe(400)
  })

  it('of the wrong type in any field is never our error', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    const values: unknown[] = [
      [],
      {},
      [[]],
      'x'.repeat(300),
      -1e300,
      true,
      null,
      '',
      { $ne: 1 },
      ['a'],
    ]
    for (const { slug, flattenedFields } of stage.payload.config.collections) {
      if (isBuiltIn(slug)) continue
      for (const value of values) {
        const json = Object.fromEntries(flattenedFields.map(({ name }) => [name, value]))
        const { status, text } = await stage.call({
          method: 'POST',
          path: `/api/${slug}`,
          json,
          as: admin,
        })
        if (status >= 500)
          faults.push(`${slug} ${JSON.stringify(value)?.slice(0, 20)}: ${status} ${text}`)
      }
    }
    expect(faults).toEqual([])
  })

  it.each(['like', 'not_like', 'contains'])(
    'in a date compared by %s with what is none is told to the caller',
    async (operator) => {
      for (const end of ['', '/count']) {
        const path = `/api/job-orders${end}?where[updatedAt][${operator}]=yesterday`
        const { status, text } = await stage.call({ path, as: admin })
        expect([path, status, text]).toEqual([path, 400, expect.stringContaining('compared')])
      }
    },
  )

  it('in any query of any collection is never our error', { timeout: 300_000 }, async () => {
    const slugs = stage.payload.config.collections.map(({ slug }) => slug)
    const names = [
      ...new Set(
        stage.payload.config.collections.flatMap(({ flattenedFields }) =>
          flattenedFields.map(({ name }) => name),
        ),
      ),
    ]
    const field = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom('id', 'a.b.c', "x'--", '_id', 'and', 'or', '', '0', 'address.city', '*'),
    )
    const value = fc.oneof(
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.constantFrom(
        'null',
        'NaN',
        '-1',
        '1e999',
        '{}',
        '[]',
        "'; select 1; --",
        '99999999999999999999',
        '2026-13-45',
        missing,
      ),
    )
    const operator = fc.constantFrom(
      'equals',
      'not_equals',
      'in',
      'not_in',
      'all',
      'like',
      'not_like',
      'contains',
      'exists',
      'greater_than',
      'less_than_equal',
      'near',
      'within',
      'intersects',
      'nonsense',
      '',
    )
    const part = fc.oneof(
      fc.tuple(field, operator, value).map(([f, o, v]) => [`where[${f}][${o}]`, v]),
      fc.tuple(field, operator, value).map(([f, o, v]) => [`where[or][0][and][0][${f}][${o}]`, v]),
      fc.tuple(field, value).map(([f, v]) => [`where[${f}]`, v]),
      fc.tuple(field, fc.constantFrom('', '-', '--')).map(([f, d]) => ['sort', `${d}${f}`]),
      fc.tuple(field, value).map(([f, v]) => [`select[${f}]`, v]),
      fc.tuple(field, value).map(([f, v]) => [`joins[${f}][where][id][equals]`, v]),
      fc.tuple(fc.constantFrom('limit', 'page', 'depth', 'draft', 'trash', 'locale'), value),
    )
    const query = fc.record({
      slug: fc.constantFrom(...slugs),
      end: fc.constantFrom('', '/count', '/versions', `/${missing}`),
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    })
    const faults: string[] = []
    for (const { slug, end, parts } of fc.sample(query, { numRuns: 300, seed: 14 })) {
      const search = parts
        .map(
          ([key = '', text = '']) => `${encodeURI(key)}=${encodeURIComponent(text.toWellFormed())}`,
        )
        .join('&')
      const path = `/api/${slug}${end}?${search}`
      const { status, text } = await stage.call({ path, as: admin })
      if (status >= 500) faults.push(`${status} ${path} ${text.slice(0, 100)}`)
    }
    expect(faults).toEqual([])
  })

  it('as a method, route or GraphQL query leads nowhere', async () => {
    for (const path of [
      '/api/graphql',
      '/api/graphql-playground',
      '/api/og',
      '/api/og?title=x',
      '/api/__proto__',
      '/api/constructor',
      '/api/users/paste-url?src=http://127.0.0.1/',
      '/api/media/paste-url?src=http://169.254.169.254/',
      '/api/globals/none',
      '/api/globals/__proto__',
    ]) {
      expect((await stage.call({ path, as: admin })).status, path).toBe(404)
      const posted = await stage.call({
        method: 'POST',
        path,
        json: { query: '{ Users { docs { id } } }' },
        as: admin,
      })
      expect([400, 404], path).toContain(posted.status)
    }
    expect((await stage.call({ method: 'HEAD', path: '/api/candidates' })).status).toBe(404)
    for (const path of [
      '/api/..%2f..%2fetc/passwd',
      '/api/users/%2e%2e%2f%2e%2e',
      '/api/media/file/..%2f..%2f..%2fetc%2fpasswd',
      '/api/media/file/..%5c..%5cwin.ini',
      '/api/media/file/%00',
      '/api/users/%E2%80%AE',
    ])
      expect((await stage.call({ path, as: admin })).status, path).toBe(404)
  })

  it('never reaches a prototype', () => {
    expect(Reflect.get({}, 'x')).toBeUndefined()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

const folderOf = (slug: string): string =>
  stage.payload.config.collections.find((each) => each.slug === slug)?.upload?.staticDir ?? ''

const filesIn = (slug: string): string[] =>
  existsSync(folderOf(slug)) ? readdirSync(folderOf(slug)) : []

const rowsIn = async (collection: 'documents' | 'media'): Promise<number> =>
  (await stage.payload.count({ collection, overrideAccess: true })).totalDocs

const upload = async ({
  to,
  file,
  fields = { kind: 'cv', alt: 'A picture' },
  as = admin,
}: {
  to: 'documents' | 'media'
  file: { bytes: Uint8Array; name: string; type: string }
  fields?: Record<string, unknown>
  as?: Person
}): Promise<Answer> => {
  const form = new FormData()
  form.append('_payload', JSON.stringify(fields))
  form.append('file', new File([Buffer.from(file.bytes)], file.name, { type: file.type }))
  return await stage.call({ method: 'POST', path: `/api/${to}`, body: form, as })
}

const docOf = (answer: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(Object(Reflect.get(Object(answer.json), 'doc'))))

describe('a condition that is written like SQL', () => {
  const tricks = [
    "' or '1'='1",
    "' or 1=1 --",
    "x') or ('1'='1",
    "'; select pg_sleep(30); --",
    "' || (select email from users limit 1) || '",
    "\\' or 1=1 --",
    '" or ""="',
    "x' union select null, email from users --",
    '${1+1}',
    "%' or name like '%",
  ]

  it('is a text like any other: it finds nothing more than its words', async () => {
    const given: string[] = []
    for (const [slug, field] of [
      ['candidates', 'name'],
      ['client-corporations', 'name'],
      ['users', 'email'],
      ['outbound-mails', 'subject'],
    ])
      for (const trick of tricks)
        for (const operator of ['equals', 'like']) {
          const { status, json } = await stage.call({
            path: `/api/${slug}?where[${field}][${operator}]=${encodeURIComponent(trick)}`,
            as: admin,
          })
          const found: unknown = Reflect.get(Object(json), 'totalDocs')
          if (status !== 400 && found !== 0) given.push(`${slug} ${operator} ${trick}: ${status}`)
        }
    expect(given).toEqual([])
  })

  it.each([
    ['sort', 'name;select pg_sleep(30)'],
    ['sort', 'name,(select 1)'],
    ['sort', "name' desc --"],
    ['sort', '(case when 1=1 then name else id end)'],
    ["where[name'][equals]", 'x'],
    ['where[name) or (1=1][equals]', 'x'],
    ["where[name]['equals]", 'x'],
    ["where[custom.a'->>'b][equals]", 'x'],
    ['select[name; drop table users]', 'true'],
  ])('is refused or means nothing as the name of a field: %s=%s', async (name, value) => {
    const { status, text, json } = await stage.call({
      path: `/api/users?limit=50&${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
      as: admin,
    })
    expect([200, 400], text.slice(0, 200)).toContain(status)
    if (name.startsWith('where'))
      expect([undefined, 0]).toContain(Reflect.get(Object(json), 'totalDocs'))
    expect((await stage.call({ path: '/api/users?limit=50', as: admin })).status).toBe(200)
  })
})

describe('a file', () => {
  it.each(evilFiles().map((attempt) => [attempt.label, attempt] as const))(
    'is refused by its content: %s',
    async (_label, file) => {
      const memory = process.memoryUsage().rss
      for (const to of ['documents', 'media'] as const) {
        const [rows, files] = [await rowsIn(to), filesIn(to)]
        const began = performance.now()
        const { status, text } = await upload({ to, file })
        expect([400, 413, 415, 422], `${to}: ${text.slice(0, 200)}`).toContain(status)
        expect(performance.now() - began).toBeLessThan(5000)
        expect(await rowsIn(to)).toBe(rows)
        expect(filesIn(to)).toEqual(files)
      }
      expect(process.memoryUsage().rss - memory).toBeLessThan(250_000_000)
    },
  )

  it('with more pixels than a picture has is refused', async () => {
    const files = filesIn('media')
    for (const size of [
      { width: 50_000, height: 50_000 },
      { width: 60_000, height: 1000 },
      { width: 2_000_000_000, height: 2 },
    ]) {
      const { status, text } = await upload({
        to: 'media',
        file: { bytes: png(size), name: 'huge.png', type: 'image/png' },
      })
      expect(status, text).toBe(400)
    }
    expect(filesIn('media')).toEqual(files)
  })

  it.each(evilNames)('is refused by its name: %j', async (name) => {
    const files = filesIn('documents')
    const boundary = 'a-boundary-of-ours'
    const form = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"kind":"cv"}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      pdf(),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const { status } = await stage.call({
      method: 'POST',
      path: '/api/documents',
      body: form,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      as: admin,
    })
    expect(status).toBe(400)
    expect(filesIn('documents')).toEqual(files)
  })

  it('is refused in a form that is none', async () => {
    const body =
      '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"kind":"cv"}\r\n--b--\r\n'
    const send = async (content: string, type: string) =>
      (
        await stage.call({
          method: 'POST',
          path: '/api/documents',
          body: content,
          headers: { 'content-type': type },
          as: admin,
        })
      ).status
    expect(await send(body, 'multipart/form-data')).toBe(400)
    expect(await send(body, 'multipart/form-data; boundary=other')).toBe(400)
    expect(await send(body, `multipart/form-data; boundary=${'b'.repeat(1_000_000)}`)).toBe(400)
    expect(await send(body.slice(0, 60), 'multipart/form-data; boundary=b')).toBe(400)
    expect(await send('', 'multipart/form-data; boundary=b')).toBe(400)
    expect(await send(body, 'multipart/mixed; boundary=b')).toBe(415)
    expect(await send(body.replace('{"kind":"cv"}', '{'), 'multipart/form-data; boundary=b')).toBe(
      400,
    )
    expect(
      await send(body.replace('_payload', '__proto__'), 'multipart/form-data; boundary=b'),
    ).toBe(400)
    // Without a file there is nothing to keep.
    expect(await send(body, 'multipart/form-data; boundary=b')).toBe(400)
  })

  it('comes alone', async () => {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ kind: 'cv' }))
    for (const index of [1, 2, 3, 4])
      form.append(
        'file',
        new File([Buffer.from(pdf())], `${index}.pdf`, { type: 'application/pdf' }),
      )
    const files = filesIn('documents')
    const { status } = await stage.call({
      method: 'POST',
      path: '/api/documents',
      body: form,
      as: admin,
    })
    expect([400, 413]).toContain(status)
    expect(filesIn('documents')).toEqual(files)
  })

  it('is not fetched from an address in the form', async () => {
    for (const file of [
      { filename: 'a.pdf', mimeType: 'application/pdf', url: 'http://127.0.0.1:1/a.pdf' },
      { filename: '../../a.pdf', clientUploadContext: {} },
    ]) {
      const form = new FormData()
      form.append(
        '_payload',
        JSON.stringify({ kind: 'cv', url: 'http://127.0.0.1:1/a.pdf', filename: 'a.pdf' }),
      )
      form.append('file', JSON.stringify(file))
      const { status } = await stage.call({
        method: 'POST',
        path: '/api/documents',
        body: form,
        as: admin,
      })
      expect(status).toBe(400)
    }
  })

  it('whose sender goes away or dawdles in the middle leaves nothing, and others are served', async () => {
    const [rows, files] = [await rowsIn('documents'), filesIn('documents')]
    const ends: (() => void)[] = []
    const begin = async (goesAway: boolean) =>
      await stage.call({
        method: 'POST',
        path: '/api/documents',
        body: new ReadableStream({
          start: (controller) => {
            controller.enqueue(
              new TextEncoder().encode(
                '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n',
              ),
            )
            if (goesAway) controller.error(new Error('The connection was closed.'))
            else ends.push(() => controller.close())
          },
        }),
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        as: admin,
      })
    const dawdling = Array.from({ length: 200 }, async () => await begin(false))
    const gone = await Promise.allSettled(Array.from({ length: 20 }, async () => await begin(true)))
    for (const answer of gone)
      if (answer.status === 'fulfilled') expect(answer.value.status).toBe(400)
    const kept = await upload({
      to: 'documents',
      file: { bytes: pdf(), name: 'a.pdf', type: 'application/pdf' },
    })
    expect(kept.status, kept.text).toBe(201)
    for (const end of ends) end()
    for (const { status } of await Promise.all(dawdling)) expect(status).toBe(400)
    expect(await rowsIn('documents')).toBe(rows + 1)
    expect(filesIn('documents')).toHaveLength(files.length + 1)
  })

  it('is refused as our fault when the disk takes nothing, and leaves no row; then all is well', async () => {
    for (const [to, file] of [
      ['documents', { bytes: pdf(), name: 'a.pdf', type: 'application/pdf' }],
      ['media', { bytes: png({ width: 8, height: 8 }), name: 'a.png', type: 'image/png' }],
    ] as const) {
      const rows = await rowsIn(to)
      const folder = folderOf(to)
      if (existsSync(folder)) renameSync(folder, `${folder}-away`)
      writeFileSync(folder, 'No folder, so nothing can be written below it.')
      const refused = await upload({ to, file })
      rmSync(folder)
      if (existsSync(`${folder}-away`)) renameSync(`${folder}-away`, folder)
      expect(refused.status, refused.text).toBe(503)
      expect(refused.text).toContain('send the file again')
      expect(await rowsIn(to)).toBe(rows)
      expect((await upload({ to, file })).status).toBe(201)
    }
  })

  it('that is in order is kept under a name of ours and served as a download to staff only', async () => {
    const kept = await upload({
      to: 'documents',
      file: { bytes: pdf(), name: 'Zoë’s CV.pdf', type: 'application/pdf' },
    })
    expect(kept.status, kept.text).toBe(201)
    const filename = String(docOf(kept).filename)
    expect(filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    const path = `/api/documents/file/${filename}`
    const served = await stage.call({ path, as: admin })
    expect(served.status).toBe(200)
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'same-origin',
    })
    const part = await stage.call({ path, as: admin, headers: { range: 'bytes=0-3' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-disposition')).toMatch(/^attachment/)
    const beyond = await stage.call({ path, as: admin, headers: { range: 'bytes=999999-' } })
    expect(beyond.status).toBe(416)
    for (const as of [null, await stage.portal({}), await stage.staff('editor')])
      expect((await stage.call({ path, as })).status).toBe(404)
    const replaced = await stage.call({
      method: 'PATCH',
      path: `/api/documents/${String(docOf(kept).id)}`,
      json: { filename: '../../etc/passwd', url: 'http://127.0.0.1:1/' },
      as: admin,
    })
    expect(replaced.status).toBeLessThan(500)
    expect((await stage.call({ path, as: admin })).text.slice(0, 5)).toBe('%PDF-')
  })

  it('that is a Word document is taken for what it is', async () => {
    const { status, text } = await upload({
      to: 'documents',
      file: { bytes: docx(), name: 'cv.pdf', type: 'application/pdf' },
    })
    expect([201, 400], text).toContain(status)
  })

  it('that is a public picture is served to everybody, and run by nobody', async () => {
    const kept = await upload({
      to: 'media',
      file: { bytes: png({ width: 40, height: 40 }), name: 'logo.png', type: 'image/png' },
    })
    expect(kept.status, kept.text).toBe(201)
    const served = await stage.call({ path: `/api/media/file/${String(docOf(kept).filename)}` })
    expect(served.status).toBe(200)
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(served.headers.get('content-type')).toBe('image/png')
  })

  it('is taken from nobody but staff', async () => {
    const file = { bytes: pdf(), name: 'cv.pdf', type: 'application/pdf' }
    for (const as of [null, await stage.portal({}), await stage.staff('editor')]) {
      const files = filesIn('documents')
      expect((await upload({ to: 'documents', file, as })).status).toBe(403)
      expect(filesIn('documents')).toEqual(files)
    }
  })
})
