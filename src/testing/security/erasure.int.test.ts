import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  answerToStay,
  erasePerson,
  peopleToWriteTo,
  reapplyErasures,
  recordConsent,
  refusalByConsent,
  sendDataArchive,
  takeDataArchive,
  textInForce,
  withdrawConsent,
} from '#plugins/crm'
import {
  findLink,
  actorOfLink,
  grantLink,
  inOwnTransaction,
  poolOf,
  registryOf,
  requestFor,
  runCommand,
} from '#plugins/kernel'
import { unclassified, type PersonRef } from '#plugins/kernel/domain'
import { runQueuedJobs } from '../run-queued-jobs'
import { startPayload, type TestApp } from '../harness'
import {
  belowTheRules,
  canary,
  canaryFor,
  columnsIn,
  plantCanaries,
  tablesWith,
  wordyColumnsOf,
} from './canaries'
import { candidateActor } from '../staffing-world'
import { unzipped } from './unzipped'
import { plantRows, type Planted } from './plant'

let app: TestApp
let planted: Planted
let candidate: PersonRef
let contact: PersonRef
let dataDir = ''
const name = `${canary}-the-name`

beforeAll(async () => {
  app = await startPayload()
  dataDir = process.env.DATA_DIR ?? ''
  planted = await plantRows({ payload: app.payload })
  candidate = { kind: 'candidate', id: rowOf('candidates') }
  contact = { kind: 'client-contact', id: rowOf('client-contacts') }
  await leadToPeople()
  await nameByKind()
  await plantByHand(candidate)
  await plantAround()
})

afterAll(async () => {
  await app.stop()
})

describe('the lists of personal data', () => {
  it('know every column of the real database that can hold words', async () => {
    const tables = registryOf(app.payload).personalData
    const columns = [...(await wordyColumnsOf(app.payload))].flatMap(([table, names]) =>
      // Months of the events are the events; the harness plants no table of its own.
      table.startsWith('domain_events_')
        ? []
        : [...names.keys()].map((column) => ({ table, column })),
    )
    expect(unclassified({ tables, columns })).toEqual([])
  })
})

describe('the erasure of a candidate', () => {
  it('finds a planted row in every table that says it is about candidates', async () => {
    const empty = await plantCanaries({
      payload: app.payload,
      person: candidate,
      lists: ['erased', 'name', 'mentions', 'kept'],
    })
    expect(empty, 'tables without a row of the planted person: plant one in plantByHand').toEqual(
      [],
    )
  })

  it('comes after a copy for the person, who fetches all of it once, and nothing of others', async () => {
    const sent = await runCommand({
      command: sendDataArchive,
      req: await privacyRequest(),
      input: { candidateId: candidate.id },
    })
    if (!sent.ok) throw new Error(sent.failure.message)
    const archiveId = sent.value.dataArchiveId
    const req = await linkRequest({ archiveId })
    expect(await takeDataArchive({ req: await privacyRequest(), archiveId })).toBeNull()
    const taken = await takeDataArchive({ req, archiveId })
    if (!taken) throw new Error('The link did not open the copy.')
    const files = unzipped(taken.bytes)
    const data = files.get('data.json') ?? ''
    const wordy = await wordyColumnsOf(app.payload)
    for (const entry of registryOf(app.payload).personalData) {
      if (!entry.of?.candidate) continue
      const { table } = entry
      for (const column of columnsIn({ entry, lists: ['erased', 'name', 'mentions', 'kept'] })) {
        if (!wordy.get(table)?.has(column)) continue
        const isHandedOut = !(entry.withheld ?? []).includes(column)
        expect
          .soft(data.includes(canaryFor({ table, column })), `${table}.${column}`)
          .toBe(isHandedOut)
      }
    }
    expect(data).toContain(name)
    expect(data).not.toContain(planted.get('candidates')?.[1])
    expect(files.get('index.html')).toContain(name)
    expect(
      [...files].filter(([file]) => file.startsWith('files/')).map(([, text]) => text),
    ).toContain(`CV of ${canary}`)
    expect(
      await takeDataArchive({ req: await linkRequest({ archiveId }), archiveId: randomUUID() }),
    ).toBeNull()
    expect(await takeDataArchive({ req, archiveId })).toBeNull()
  })

  it('is refused to colleagues without the right, while they are placed, and under a legal hold', async () => {
    const recruiter = await app.staffRequest({ permissions: ['candidates.write'] })
    const input = { candidateId: candidate.id, ground: 'asked' as const }
    expect(await runCommand({ command: erasePerson, req: recruiter, input })).toMatchObject({
      failure: { kind: 'right' },
    })
    const admin = await privacyRequest()
    await poolOf(app.payload).query(`update placements set state = 'active'`)
    expect(await runCommand({ command: erasePerson, req: admin, input })).toMatchObject({
      failure: { code: 'still-placed' },
    })
    await poolOf(app.payload).query(`update placements set state = 'completed'`)
    expect(await runCommand({ command: erasePerson, req: admin, input })).toMatchObject({
      failure: { code: 'on-hold' },
    })
    await poolOf(app.payload).query('update legal_holds set released_at = now()')
  })

  it('leaves no canary in any table, job or file, but what the law asks for', async () => {
    const before = await stateOfOthers()
    const result = await runCommand({
      command: erasePerson,
      req: await privacyRequest(),
      input: { candidateId: candidate.id, ground: 'asked' },
    })
    expect(result).toMatchObject({ ok: true, value: { nameKeptUntilOn: expect.any(String) } })
    await runQueuedJobs({ app, queues: ['finish-erasure'] })
    const kept = keptTables('candidate')
    expect((await tablesWith({ payload: app.payload, text: canary })).toSorted()).toEqual(
      [...kept, 'candidates'].toSorted(),
    )
    for (const column of await personalColumnsLeft('candidates'))
      expect(['name', 'first_name', 'last_name']).toContain(column)
    expect(await filesWith(canary)).toEqual([])
    expect(await stateOfOthers()).toEqual(before)
  })

  it('no longer names them in anybody else’s rows', async () => {
    const { rows } = await poolOf(app.payload).query<{ text: string }>(
      `select notes as text from client_corporations where notes like 'We met%'`,
    )
    expect(rows.map(({ text }) => text)).toEqual(['We met Erased, call Erased.'])
  })

  it('happens once, and says so', async () => {
    expect(
      await runCommand({
        command: erasePerson,
        req: await privacyRequest(),
        input: { candidateId: candidate.id, ground: 'asked' },
      }),
    ).toMatchObject({ failure: { kind: 'state', code: 'already-erased' } })
  })

  it('takes the name too when the years of wage law are over', async () => {
    await poolOf(app.payload).query(`update erasures set name_kept_until_on = '2020-01-01'`)
    await poolOf(app.payload).query(
      `update retention_rules set is_on = true where data_class::text = 'work'`,
    )
    await runQueuedJobs({ app, queues: ['apply-retention'], data: {} })
    expect(await personalColumnsLeft('candidates')).toEqual([])
    const { rows } = await poolOf(app.payload).query(
      'select name_kept_until_on from erasures where person_id = $1',
      [candidate.id],
    )
    expect(rows).toEqual([{ name_kept_until_on: null }])
  })

  it('is done again when a backup from before brings the person back', async () => {
    await belowTheRules({
      payload: app.payload,
      statements: [
        { text: 'delete from erasures' },
        {
          text: `update candidates set email = $2, first_name = $2, name = $2, state = 'active' where id = $1`,
          values: [candidate.id, `${canary}-back@planted.test`],
        },
        { text: `update placements set created_at = '1990-01-01'` },
        { text: `update timesheets set created_at = '1990-01-01'` },
        { text: `update pay_lines set created_at = '1990-01-01'` },
      ],
    })
    expect(await reapplyErasures({ payload: app.payload, dataDir })).toBe(1)
    expect(await reapplyErasures({ payload: app.payload, dataDir })).toBe(0)
    expect(await personalColumnsLeft('candidates')).toEqual([])
  })
})

describe('the erasure of a contact', () => {
  it('finds a planted row in every table, and leaves no canary but in kept ones', async () => {
    await plantByHand(contact)
    const empty = await plantCanaries({
      payload: app.payload,
      person: contact,
      lists: ['erased', 'name', 'mentions', 'kept'],
    })
    expect(empty).toEqual([])
    const result = await runCommand({
      command: erasePerson,
      req: await privacyRequest(),
      input: { contactId: contact.id, ground: 'asked' },
    })
    expect(result).toMatchObject({ ok: true, value: { nameKeptUntilOn: null } })
    const left = await tablesWith({ payload: app.payload, text: canary })
    expect(left.toSorted()).toEqual(
      [...new Set([...keptTables('candidate'), ...keptTables('client-contact')])].toSorted(),
    )
    const { rows } = await poolOf(app.payload).query(
      'select name, email, deleted_at is not null as trashed from client_contacts where id = $1',
      [contact.id],
    )
    expect(rows).toEqual([{ name: 'Erased person', email: null, trashed: true }])
  })
})

describe('retention rules', () => {
  it('erase whom nothing was heard of, and nobody under a hold', async () => {
    const other = planted.get('candidates')?.[1]
    const rule = async (dataClass: string) =>
      await poolOf(app.payload).query(
        'update retention_rules set is_on = true where data_class::text = $1',
        [dataClass],
      )
    await belowTheRules({
      payload: app.payload,
      statements: [
        {
          text: `update candidates set created_at = '1990-01-01', state = 'active' where id = $1`,
          values: [other],
        },
        {
          text: `delete from domain_events where person_id = $1 or subject_id = $1`,
          values: [other],
        },
        {
          text: 'update legal_holds set candidate_id = $1, contact_id = null, released_at = null',
          values: [other],
        },
        { text: `update submissions set updated_at = '1990-01-01', answer = 'Said long ago'` },
        { text: `update outbound_mails set created_at = '1990-01-01'` },
      ],
    })
    for (const dataClass of ['profiles', 'recruiting', 'mail']) await rule(dataClass)
    await runQueuedJobs({ app, queues: ['apply-retention'], data: {} })
    expect(await stateOf(other)).toBe('active')
    expect(await answersOf(other)).toEqual(['Said long ago'])
    await poolOf(app.payload).query('update legal_holds set released_at = now()')
    await runQueuedJobs({ app, queues: ['apply-retention'], data: {} })
    expect(await stateOf(other)).toBe('anonymised')
    expect(await answersOf(other)).toEqual([null])
    const mails = await poolOf(app.payload).query(
      `select 1 from outbound_mails where created_at < '2000-01-01'`,
    )
    expect(mails.rowCount).toBe(0)
  })
})

describe('consents', () => {
  it('are given to the words in force, which stay as they were, and are taken back by their giver', async () => {
    const req = await app.systemRequest()
    const give = { collection: 'legal-texts', overrideAccess: true, depth: 0 } as const
    const text = {
      purpose: 'marketing',
      language: 'en',
      text: 'I agree to a letter a year.',
    } as const
    const written = await app.payload.create({
      ...give,
      req,
      data: { ...text, version: '2026-11-b', effectiveFromOn: '2026-11-02' },
    })
    await app.payload.create({
      ...give,
      req,
      data: { ...text, text: 'Not yet.', version: '2999-01', effectiveFromOn: '2999-01-01' },
    })
    expect(await textInForce({ req, purpose: 'marketing', locale: 'pl-PL' })).toEqual({
      id: written.id,
      version: '2026-11-b',
      text: text.text,
    })
    const person = await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'new',
        firstName: 'Ada',
        lastName: 'Consent',
        currency: 'GBP',
        zone: 'UTC',
        locale: 'en-GB',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const given = await runCommand({
      command: recordConsent,
      req,
      input: { candidateId: person.id, purpose: 'marketing', channel: 'phone' },
    })
    if (!given.ok) throw new Error(given.failure.message)
    await expect(
      app.payload.update({
        ...give,
        id: written.id,
        req,
        data: { text: 'I agree to everything.' },
      }),
    ).rejects.toThrow(/text/i)
    const { consentId } = given.value
    const withdraw = async (candidateId: string) =>
      await runCommand({
        command: withdrawConsent,
        req: await requestFor({ payload: app.payload, actor: candidateActor(candidateId) }),
        input: { consentId },
      })
    expect(await withdraw(randomUUID())).toMatchObject({ failure: { kind: 'missing' } })
    expect(await withdraw(person.id)).toMatchObject({ ok: true })
    expect(await withdraw(person.id)).toMatchObject({ failure: { code: 'already-withdrawn' } })
  })
})

describe('the time for which a candidate is kept', () => {
  const settle = async () => {
    await runQueuedJobs({ app, queues: ['settle-keeping'], data: {} })
    await runQueuedJobs({ app, queues: ['mail-ask-to-stay'] })
  }
  const shows = async (candidateId: string) => {
    const recruiter = await app.staffRequest({ permissions: ['candidates.read'] })
    const manager = await app.staffRequest({ permissions: ['candidates.read', 'privacy.manage'] })
    const { rows } = await poolOf(app.payload).query<{ email: string }>(
      'select email from candidates where id = $1',
      [candidateId],
    )
    const email = { email: { equals: rows[0]?.email ?? '' } }
    const list = async ({ req, where = email }: { req: typeof recruiter; where?: Where }) =>
      (
        await app.payload.find({
          collection: 'candidates',
          where,
          req,
          overrideAccess: false,
          depth: 0,
        })
      ).docs.filter(({ id }) => id === candidateId).length
    const named = { or: [email, { unusableSince: { exists: true } }] }
    const sql = poolOf(app.payload)
    const count = async (text: string) => (await sql.query(text, [candidateId])).rowCount
    const [person] = await peopleToWriteTo({
      req: recruiter,
      kind: 'candidate',
      ids: [candidateId],
      clientId: null,
    })
    return {
      listed: await list({ req: recruiter }),
      listedByForce: await list({ req: recruiter, where: named }),
      listedForPrivacy: await list({ req: manager, where: named }),
      opens: await list({ req: recruiter, where: { id: { equals: candidateId } } }),
      found: await count('select from candidate_search where candidate_id = $1'),
      inPools: await count('select from pool_members where candidate_id = $1'),
      isWrittenTo: person?.isOver === false,
      refusal: (await refusalByConsent({ req: recruiter, candidateId }))?.failure.code ?? null,
    }
  }
  const usable = {
    listed: 1,
    listedByForce: 1,
    listedForPrivacy: 1,
    opens: 1,
    found: 1,
    inPools: 1,
    isWrittenTo: true,
    refusal: null,
  }
  const hidden = {
    listed: 0,
    listedByForce: 0,
    listedForPrivacy: 1,
    opens: 1,
    found: 0,
    inPools: 0,
    isWrittenTo: false,
    refusal: 'keeping-ended',
  }
  const agreed = async ({ name, ago }: { name: string; ago: string }): Promise<string> => {
    const req = await app.systemRequest()
    const { id } = await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'new',
        firstName: name,
        lastName: 'Kept',
        email: `${name.toLowerCase()}@kept.test`,
        currency: 'GBP',
        zone: 'UTC',
        locale: 'en-GB',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const given = await runCommand({
      command: recordConsent,
      req,
      input: { candidateId: id, purpose: 'talent-pool' },
    })
    if (!given.ok) throw new Error(given.failure.message)
    await backdate({ id, ago })
    await poolOf(app.payload).query(
      `insert into pool_memberships (id, pool_id, candidate_id, came_by, added_by_name, added_at)
        select gen_random_uuid(), id, $1, 'hand', 'Test', now() from talent_pools limit 1`,
      [id],
    )
    return id
  }
  const backdate = async ({ id, ago }: { id: string; ago: string }) => {
    const sql = poolOf(app.payload)
    await sql.query(`update candidates set created_at = '2015-01-01' where id = $1`, [id])
    await sql.query(`update consents set given_at = now() - $2::interval where candidate_id = $1`, [
      id,
      ago,
    ])
  }
  const answer = async ({
    holder,
    candidateId,
    said,
  }: {
    holder: string
    candidateId: string
    said: 'stay' | 'leave'
  }) => {
    const req = await app.systemRequest()
    const linkId = await inOwnTransaction({
      req,
      run: async () =>
        await grantLink({
          req,
          purpose: 'keeping.answer',
          subject: { kind: 'candidate', id: holder },
          person: { kind: 'candidate', id: holder },
        }),
    })
    const link = await findLink({ req, linkId })
    if (!link) throw new Error('There is no link.')
    return await runCommand({
      command: answerToStay,
      req: await requestFor({ payload: app.payload, actor: actorOfLink(link) }),
      input: { candidateId, answer: said },
    })
  }
  const mailsTo = async (address: string) =>
    (
      await poolOf(app.payload).query<{ content: string }>(
        `select content::text from outbound_mails where "to" = $1`,
        [address],
      )
    ).rows

  it('ends after they were asked, takes them out of everything, and begins anew with a yes', async () => {
    await poolOf(app.payload).query(
      `update retention_rules set is_on = true where data_class::text in ('consents', 'interest')`,
    )
    const id = await agreed({ name: 'Ines', ago: '23 months 10 days' })
    const working = await agreed({ name: 'Otto', ago: '25 months' })
    await poolOf(app.payload).query(`update candidates set state = 'placed' where id = $1`, [
      working,
    ])
    expect(await shows(id)).toEqual(usable)
    await settle()
    await settle()
    expect(await mailsTo('ines@kept.test')).toHaveLength(1)
    expect(await shows(id)).toEqual(usable)
    await backdate({ id, ago: '25 months' })
    await settle()
    expect(await shows(id)).toEqual(hidden)
    expect(await shows(working)).toEqual(usable)
    expect(await mailsTo('otto@kept.test')).toHaveLength(0)
    expect(await answer({ holder: working, candidateId: id, said: 'stay' })).toMatchObject({
      ok: false,
    })
    expect(await answer({ holder: id, candidateId: id, said: 'stay' })).toMatchObject({ ok: true })
    expect(await shows(id)).toEqual(usable)
    await settle()
    expect(await mailsTo('ines@kept.test')).toHaveLength(1)
  })

  it('ends at once with a no, and with the months after it the profile, but for a hold', async () => {
    const id = await agreed({ name: 'Nora', ago: '1 month' })
    expect(await answer({ holder: id, candidateId: id, said: 'leave' })).toMatchObject({ ok: true })
    expect(await shows(id)).toEqual(hidden)
    const sql = poolOf(app.payload)
    await sql.query(`update retention_rules set is_on = true where data_class::text = 'ended'`)
    await sql.query(
      `update candidates set unusable_since = now() - interval '7 months' where id = $1`,
      [id],
    )
    await sql.query(
      `insert into legal_holds (id, candidate_id, reason, placed_by_name)
        values (gen_random_uuid(), $1, 'A claim', 'Test')`,
      [id],
    )
    await runQueuedJobs({ app, queues: ['settle-keeping', 'apply-retention'], data: {} })
    expect(await stateOf(id)).toBe('new')
    expect(await shows(id)).toEqual(hidden)
    await sql.query('update legal_holds set released_at = now() where candidate_id = $1', [id])
    await runQueuedJobs({ app, queues: ['apply-retention'], data: {} })
    expect(await stateOf(id)).toBe('anonymised')
  })
})

const linkRequest = async ({ archiveId }: { archiveId: string }) => {
  const req = await app.systemRequest()
  const linkId = await inOwnTransaction({
    req,
    run: async () =>
      await grantLink({
        req,
        purpose: 'privacy.archive',
        subject: { kind: 'data-archive', id: archiveId },
        person: candidate,
      }),
  })
  const link = await findLink({ req, linkId })
  if (!link) throw new Error('There is no link.')
  return await requestFor({ payload: app.payload, actor: actorOfLink(link) })
}

const stateOf = async (id: string | undefined): Promise<unknown> =>
  (await poolOf(app.payload).query('select state from candidates where id = $1', [id])).rows[0]
    ?.state

const answersOf = async (id: string | undefined): Promise<unknown[]> =>
  (
    await poolOf(app.payload).query(
      'select distinct answer from submissions where candidate_id = $1',
      [id],
    )
  ).rows.map(({ answer }) => answer)

const privacyRequest = async () => await app.staffRequest({ permissions: ['privacy.manage'] })

const rowOf = (slug: string): string => {
  const id = planted.get(slug)?.[0]
  if (!id) throw new Error(`Nothing was planted in ${slug}.`)
  return id
}

const keptTables = (kind: PersonRef['kind']): string[] =>
  registryOf(app.payload)
    .personalData.filter((entry) => entry.of?.[kind] && (entry.kept?.length ?? 0) > 0)
    .map(({ table }) => table)

/** Tables with a column for a person that the config does not require: one row leads to ours. */
const leadToPeople = async (): Promise<void> => {
  const pool = poolOf(app.payload)
  for (const [column, id] of [
    ['candidate_id', candidate.id],
    ['contact_id', contact.id],
  ] as const) {
    const { rows } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = $1
          and table_name in (select tablename from pg_tables where schemaname = 'public')`,
      [column],
    )
    for (const { name } of rows)
      await belowTheRules({
        payload: app.payload,
        statements: [
          {
            text: `update "${name}" set "${column}" = $1 where ctid = (select min(ctid) from "${name}")
              and not exists (select 1 from "${name}" where "${column}" = $1)`,
            values: [id],
          },
        ],
      })
  }
}

/** Tables that name a person by kind and id: one row of two is the candidate's, the other the contact's. */
const nameByKind = async (): Promise<void> => {
  for (const { table, of } of registryOf(app.payload).personalData)
    for (const person of [candidate, contact]) {
      const [, kind, id, cast] =
        /^t\.(\w+) = '[a-z-]+' and t\.(\w+) = given\.person(::text)?$/.exec(
          of?.[person.kind] ?? '',
        ) ?? []
      if (!kind || !id) continue
      await belowTheRules({
        payload: app.payload,
        statements: [
          {
            text: `update "${table}" set "${kind}" = $1, "${id}" = $2::${cast ? 'text' : 'uuid'}
              where ctid = (select min(ctid) from "${table}" where "${id}"::text is distinct from $3)
                and not exists (select 1 from "${table}" where "${kind}" = $1 and "${id}"::text = $2::text)`,
            values: [person.kind, person.id, candidate.id],
          },
        ],
      })
    }
}

/** What no collection plants: tables made by hand, and mails to and about the person. */
const plantByHand = async ({ kind, id }: PersonRef): Promise<void> => {
  const email = `${canary}-${kind}@planted.test`
  const table = kind === 'candidate' ? 'candidates' : 'client_contacts'
  await belowTheRules({
    payload: app.payload,
    statements: [
      {
        text: `update ${table} set email = $2, email_normalised = $2, name = $3, phone = $4,
              phone_e164 = $4 where id = $1`,
        values: [id, email, name, `${canary}-phone-${kind}`],
      },
      {
        text: `with e as (insert into domain_events (name, subject_type, subject_id, person_type,
              person_id, actor_kind) values ('note.created', 'note', 'x', $1, $2, 'staff') returning id)
            insert into domain_event_personal (event_id, values) select id, '{}' from e`,
        values: [kind, id],
      },
      {
        text: `insert into access_links (nonce, token_hash, purpose, subject_kind, subject_id,
              person_kind, person_id, expires_at, spent_by_act)
            values ($1, $1, 'portal.login', 'x', 'x', $2, $3, now(), false)`,
        values: [randomUUID(), kind, id],
      },
      {
        text: `insert into rate_limits (bucket, key, window_start, used) values ('sign-in', $1, now(), 1)`,
        values: [email],
      },
      {
        text: `insert into command_keys (id, body_hash, status, body) values ($1, 'x', 200, $2)`,
        values: [randomUUID(), JSON.stringify({ result: { email, name } })],
      },
      {
        text: `insert into outbound_mails (id, subject, "to", content, dedupe_key)
            values (gen_random_uuid(), 'Hello', $1, '{}', $2)`,
        values: [email, randomUUID()],
      },
      {
        text: `insert into outbound_mails (id, subject, "to", content, dedupe_key)
            values (gen_random_uuid(), $1, 'somebody@else.test', $2, $3)`,
        values: [`News of ${name}`, JSON.stringify({ blocks: [email] }), randomUUID()],
      },
      {
        text: `insert into mail_addresses (id, address) values (gen_random_uuid(), $1)`,
        values: [email],
      },
      {
        text: `insert into incoming_mails (id, subject, received_at, message_key, person_kind, person_id)
            values (gen_random_uuid(), 'Hello', now(), $1, $2, $3)`,
        values: [randomUUID(), kind, id],
      },
      {
        text: `insert into mailing_recipients (id, mailing_id, person_kind, person_id)
            select gen_random_uuid(), id, $1::enum_mailing_recipients_person_kind, $2
            from mailings limit 1`,
        values: [kind, id],
      },
      {
        text: `with brought as (
              insert into import_rows (import_id, no, record_id)
                select id, (random() * 1e9)::integer, $1 from imports limit 1 returning import_id, no)
            insert into import_files (import_id, no, path, size, row_no)
            select import_id, no, $2, 1, no from brought`,
        values: [id, `${canary}-${kind}.pdf`],
      },
      {
        text: `insert into scorecards_ratings (_order, _parent_id, id, criterion)
            select 1, id, $2, 'Manner' from scorecards
              where ${kind === 'candidate' ? 'candidate_id' : 'contact_id'} = $1 limit 1`,
        values: [id, randomUUID()],
      },
      {
        text: `insert into pgboss.job (name, data, state) values ('send-mail', $1, 'completed')`,
        values: [JSON.stringify({ email })],
      },
    ],
  })
}

/** Words in other people's rows, jobs and files. */
const plantAround = async (): Promise<void> => {
  const pool = poolOf(app.payload)
  const accounts = planted.get('portal-accounts') ?? []
  await belowTheRules({
    payload: app.payload,
    statements: [
      {
        text: 'update portal_accounts set candidate_id = $2, contact_id = null where id = $1',
        values: [accounts[0], candidate.id],
      },
      {
        text: 'update portal_accounts set contact_id = $2, candidate_id = null where id = $1',
        values: [accounts[1], contact.id],
      },
      {
        text: 'update candidates set portal_account_id = $2 where id = $1',
        values: [candidate.id, accounts[0]],
      },
      {
        text: 'update client_contacts set portal_account_id = $2 where id = $1',
        values: [contact.id, accounts[1]],
      },
      {
        text: `insert into candidates_texts (parent_id, "order", path, text) values ($1, 1, 'skills', 'x')`,
        values: [candidate.id],
      },
      {
        text: `update cv_drafts set candidate_id = $1 where id = (select id from cv_drafts order by id limit 1)`,
        values: [candidate.id],
      },
      ...[
        `insert into candidates_languages (_order, _parent_id, id, language) values (1, $1, $2, 'cy')`,
        `insert into candidates_expertise (_order, _parent_id, id, skill_id)
          select 1, $1, $2, id from skills limit 1`,
        `insert into candidates_work_history (_order, _parent_id, id) values (1, $1, $2)`,
        `insert into candidates_education (_order, _parent_id, id) values (1, $1, $2)`,
        `insert into candidates_availability (_order, _parent_id, id, "from") values (1, $1, $2, 'x')`,
        `insert into candidates_employment_types ("order", parent_id, id, value)
          values (1, $1, $2::uuid, 'temp')`,
      ].map((text) => ({ text, values: [candidate.id, randomUUID()] })),
      {
        text: `update client_corporations set notes = $1
          where id = (select id from client_corporations order by id limit 1)`,
        values: [`We met ${name}, call ${canary}-candidate@planted.test.`],
      },
      {
        text: `insert into candidate_merge_moves (merge_id, table_name, column_name, row_id)
          select id, 'candidates', 'headline', 'x' from candidate_merges where kept_id = $1 limit 1`,
        values: [candidate.id],
      },
      {
        text: `insert into candidate_duplicate_keys (candidate_id, keys, changed_at)
          values ($1, '{}', now()) on conflict do nothing`,
        values: [candidate.id],
      },
      {
        text: `insert into candidate_duplicates (one_id, other_id, score, reasons)
          select least(id, $1), greatest(id, $1), 80, '{}' from candidates where id <> $1 limit 1`,
        values: [candidate.id],
      },
      { text: `update documents set kind = 'cv'` },
      {
        text: `with asked as (
            update order_requests set contact_id = $1
              where id = (select id from order_requests order by id limit 1) returning id)
          insert into documents (id, title, kind, subject_kind, subject_id)
            select gen_random_uuid(), 'Plan', 'request', 'order-request', id::text from asked`,
        values: [contact.id],
      },
      // Nobody was erased yet.
      { text: 'delete from erasures' },
    ],
  })
  const { rows } = await pool.query<{ filename: string }>(
    'select filename from documents where candidate_id = $1',
    [candidate.id],
  )
  await mkdir(path.join(dataDir, 'documents'), { recursive: true })
  for (const { filename } of rows)
    await writeFile(path.join(dataDir, 'documents', filename), `CV of ${canary}`)
}

const filesWith = async (text: string): Promise<string[]> => {
  const found: string[] = []
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && (await readFile(file, 'utf8')).includes(text)) found.push(file)
  }
  return found
}

/** Columns of the erased row in which a canary still stands. */
const personalColumnsLeft = async (table: string): Promise<string[]> => {
  const { rows } = await poolOf(app.payload).query<{ key: string }>(
    `select key from ${table} t, jsonb_each_text(to_jsonb(t)) where value ilike $1`,
    [`%${canary}%`],
  )
  return rows.map(({ key }) => key)
}

/** What is about the second planted candidate, who is nobody's business here. */
const stateOfOthers = async (): Promise<unknown> => {
  const other = planted.get('candidates')?.[1]
  const { rows } = await poolOf(app.payload).query(
    `select to_jsonb(c) as row from candidates c where id = $1
      union all select to_jsonb(s) from submissions s where candidate_id = $1`,
    [other],
  )
  return rows
}
