import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'

import { allPermissions } from '#plugins/agency/domain'
import {
  permissionsOf,
  registryOf,
  sqlOutside,
  tableOf,
  verifySeals,
  wholeNumber,
  type Sql,
} from '#plugins/kernel'
import { statesOf } from '#plugins/kernel/domain'
import { mailContent } from '#plugins/work/domain'
import { inviteFirstAdmin } from '../seed/first-admin'
import { removeDemo } from '../seed/remove-demo'
import { clearInterrupted, markRemoved, seedOnce, type Seeded } from '../seed/seed-once'
import { startPayload, type TestApp } from './harness'
import { runQueuedJobs } from './run-queued-jobs'
import { prepareSeededTemplate } from './seeded-template'

let app: TestApp
let sql: Sql
let seeded: Seeded

beforeAll(async () => {
  const template = await prepareSeededTemplate({ adminUrl: inject('databaseAdminUrl') })
  const files = mkdtempSync(path.join(tmpdir(), 'placewright-files-'))
  cpSync(template.dataDir, files, { recursive: true })
  app = await startPayload({ template: template.name, env: { DATA_DIR: files } })
  sql = sqlOutside(app.payload)
  const { links } = await seedOnce({ payload: app.payload, siteUrl: 'http://localhost:4100' })
  seeded = { seeded: true, logins: template.logins, links }
}, 580_000)
afterAll(async () => await app.stop())

const statesIn = async (collection: CollectionSlug): Promise<Set<string>> => {
  const rows = await sql.rows({
    schema: z.object({ state: z.string() }),
    text: `select distinct state from ${tableOf(collection)}`,
  })
  return new Set(rows.map(({ state }) => state))
}

/** The rows that break a rule; none when it holds. */
const offenders = async (text: string): Promise<string[]> => {
  const rows = await sql.rows({ schema: z.object({ what: z.coerce.string() }), text })
  return rows.map(({ what }) => what)
}

describe('the demo', () => {
  it('can be signed in to by every role and both portals', async () => {
    expect(new Set(seeded.logins.map(({ role }) => role))).toEqual(
      new Set([
        'admin',
        'manager',
        'recruiter',
        'sales',
        'payroll',
        'billing',
        'candidate portal',
        'client portal',
      ]),
    )
    const [first] = seeded.logins
    const portal = seeded.logins.at(-1)
    if (!first || !portal) throw new Error('There are no logins.')
    for (const [collection, { email, password }] of [
      ['users', first],
      ['portal-accounts', portal],
    ] as const) {
      const { user } = await app.payload.login({ collection, data: { email, password } })
      expect(user?.email).toBe(email)
    }
  })

  it('names both websites and an open link of each kind', () => {
    const urls = seeded.links.map(({ url }) => url)
    expect(urls).toContain('http://harbour.localhost:4100')
    expect(urls).toContain('http://northline.localhost:4100')
    expect(urls.filter((url) => /^http:\/\/localhost:4100\/l\/[\w-]{43}$/.test(url))).toHaveLength(
      7,
    )
  })

  it.each<{ collection: CollectionSlug; except?: string[] }>([
    { collection: 'order-requests' },
    { collection: 'job-orders' },
    { collection: 'submissions' },
    { collection: 'placements' },
    { collection: 'timesheets' },
    { collection: 'work-weeks' },
    { collection: 'invoices' },
    // A payment is pending only while it is being booked.
    { collection: 'payments', except: ['pending'] },
    { collection: 'interviews', except: ['no_show_candidate', 'no_show_client'] },
    { collection: 'shortlists', except: ['draft', 'expired'] },
    { collection: 'openings', except: ['reserved'] },
    { collection: 'tasks' },
    // What ended in the story ended in time: it was played in minutes.
    { collection: 'clocks', except: ['missed'] },
  ])('shows $collection in every state', async ({ collection, except = [] }) => {
    const workflow = registryOf(app.payload).workflows.get(collection)
    if (!workflow) throw new Error(`${collection} has no workflow.`)
    const expected = statesOf(workflow).filter((state) => !except.includes(state))
    expect([...(await statesIn(collection))]).toEqual(expect.arrayContaining(expected))
  })

  it('has its candidates, one of them entered twice, whose CVs can be searched, whatever letters their names have', async () => {
    const [count] = await offenders('select count(*) as what from candidates')
    expect(count).toBe('41')
    expect(
      await offenders(`select c.last_name as what from candidates c where not exists (
        select 1 from documents d where d.candidate_id = c.id and d.kind = 'cv'
          and d.text_state = 'done' and d.text like '%' || c.last_name || '%')`),
    ).toEqual([])
  })

  it('fills exactly as many openings as placements hold', async () => {
    expect(
      await offenders(`select o.id as what from openings o
        left join placements p on p.opening_id = o.id and p.state not in ('cancelled', 'no_start')
        group by o.id, o.state
        having count(p.id) <> case o.state when 'filled' then 1 else 0 end`),
    ).toEqual([])
  })

  it('allocates no more than was paid, and books on invoices what was allocated', async () => {
    expect(
      await offenders(`select p.ref as what from payments p join allocations a on a.payment_id = p.id
        group by p.id having sum(a.amount_minor) > p.amount_minor or p.state <> 'succeeded'`),
    ).toEqual([])
    expect(
      await offenders(`select i.number as what from invoices i
        left join allocations a on a.invoice_id = i.id group by i.id
        having coalesce(sum(a.amount_minor), 0) <> i.paid_minor`),
    ).toEqual([])
  })

  it('pays and bills every approved minute once, and none that is not approved', async () => {
    for (const lines of ['pay_lines', 'bill_lines'])
      expect(
        await offenders(`select t.ref as what from timesheets t
          left join ${lines} l on l.timesheet_id = t.id and l.minutes is not null
          group by t.id having coalesce(sum(l.minutes), 0) <>
            case when t.state in ('approved', 'locked') then t.worked_minutes else 0 end`),
        lines,
      ).toEqual([])
  })

  it('pays the night on which the clocks changed by what really passed', async () => {
    const night = await sql.first({
      schema: z.object({ worked: wholeNumber, passed: wholeNumber }),
      text: `select e.worked_minutes as worked,
          extract(epoch from e.ended_at::timestamptz - e.started_at::timestamptz) / 60 - e.break_minutes as passed
        from time_entries e
        join timesheets t on t.id = e.timesheet_id
        where e.start_time = '19:00' and e.worked_minutes <> 720
        order by e.work_on limit 1`,
    })
    expect(night?.worked).toBe(night?.passed)
    expect([660, 780]).toContain(night?.worked)
  })

  it('pays overtime over both clients of one worker', async () => {
    const rows = await sql.rows({
      schema: z.object({ client: z.string(), minutes: wholeNumber }),
      text: `select c.name as client, sum(l.minutes) as minutes from pay_lines l
        join client_corporations c on c.id = l.client_id
        join candidates w on w.id = l.candidate_id
        where w.last_name = 'Herrera' and l.earn_code = 'OT' group by c.name, l.week_starts_on`,
    })
    expect(new Set(rows.map(({ client }) => client)).size).toBe(2)
    expect(rows.every(({ minutes }) => minutes > 0)).toBe(true)
  })

  it('shows an invoice that is overdue', async () => {
    expect(
      await offenders(`select number as what from invoices
        where state in ('issued', 'part_paid') and kind = 'invoice'
          and due_on < to_char(now() - interval '1 day', 'YYYY-MM-DD')`),
    ).not.toEqual([])
  })

  it('lies in the past and never in the future', async () => {
    expect(await offenders('select name as what from domain_events where at > now()')).toEqual([])
    const [span] = await offenders(
      'select extract(day from max(at) - min(at))::int as what from domain_events',
    )
    expect(Number(span)).toBeGreaterThan(50)
    expect(await offenders('select id as what from offers where resolved_at > expires_at')).toEqual(
      [],
    )
  })

  it('leaves every guard of the tables standing', async () => {
    expect(
      await offenders(
        `select tgname as what from pg_trigger where not tgisinternal and tgenabled = 'D'`,
      ),
    ).toEqual([])
    await expect(sql.run({ text: `update domain_events set name = 'x'` })).rejects.toThrow()
  })
})

describe('the programs of the demo', () => {
  it('were told what happened, at most once and as it happened, but for the last time', async () => {
    const sent = await sql.rows({
      schema: z.object({ state: z.string(), isInTime: z.boolean() }),
      text: `select d.state, d.created_at = e.at and d.ended_at <= now()
            and d.created_at > w.created_at as "isInTime"
          from webhook_deliveries d join webhook_endpoints w on w.id = d.endpoint_id
          join domain_events e on e.id::text = d.event_id and e.name = d.event_name
          where w.state = 'paused' and w.failing_since is null order by d.sequence`,
    })
    expect(sent.length).toBeGreaterThan(2)
    expect(sent.every(({ isInTime }) => isInTime)).toBe(true)
    expect(sent.map(({ state }) => state)).toEqual([
      ...sent.slice(1).map(() => 'delivered'),
      'failed',
    ])
    expect(
      await offenders(`select e.id as what from webhook_endpoints w
        join webhook_endpoints_texts chosen on chosen.parent_id = w.id and chosen.path = 'events'
        join domain_events e on e.name = chosen.text
          and e.at between w.created_at and now() - interval '3 days'
        where not exists (select 1 from webhook_deliveries d where d.event_id = e.id::text)`),
    ).toEqual([])
  })

  it('have a key, and an address that took one message and refused one', async () => {
    expect(await offenders('select state as what from api_keys')).toEqual(['active'])
    expect(
      await offenders(`select d.state || ' ' || coalesce(e.actor_kind, '') as what
        from incoming_deliveries d
        left join notes n on d.record_kind = 'note' and n.id::text = d.record_id
        left join domain_events e on e.name = 'note.added' and e.changes ->> 'note' = n.id::text
        order by d.created_at`),
    ).toEqual(['accepted api-key', 'refused '])
  })

  it('leave a job to be tried again', async () => {
    expect(
      await offenders(`select j.name as what from pgboss.job j
        join documents d on d.id::text = j.data ->> 'documentId' where j.state = 'failed'`),
    ).toEqual(['extract-document-text'])
  })
})

describe('the people of the demo', () => {
  it('write to each other about an order, and the last word waits for its owner', async () => {
    expect(
      await offenders(`select m.written_by || ' ' || (m.read_at is not null) as what
        from client_messages m join job_orders o on o.id = m.job_order_id
        order by m.created_at`),
    ).toEqual(['agency true', 'client true', 'agency true', 'client false'])
    expect(
      await offenders(`select u.name as what from notices n join users u on u.id = n.user_id
        where n.event_name = 'client-message.received' and n.read_at is null`),
    ).toContain('Maya Brooks')
  })

  it('are held, and given copies', async () => {
    expect(
      await offenders(`select c.last_name as what from legal_holds h
        join candidates c on c.id = h.candidate_id where h.released_at is null`),
    ).toEqual(['Nwosu'])
    expect(
      await offenders(`select c.last_name as what from data_archives a
        join candidates c on c.id = a.candidate_id
        join access_links l on l.purpose = 'privacy.archive' and l.subject_id = a.id::text`),
    ).toEqual(['Lindqvist'])
  })

  it('note and write in the order of the days', async () => {
    // Steps of playbooks come with the scene of their order, whoever tells it when.
    for (const table of [
      `(select * from tasks where source <> 'playbook') noted`,
      'notes',
      'client_messages',
    ])
      expect(
        await offenders(`select id as what from (
            select id, created_at, lag(created_at) over (order by id) as before from ${table}
          ) told where created_at < before`),
        table,
      ).toEqual([])
  })
})

describe('the mails of the demo', () => {
  it('were kept, each to somebody who does not exist', async () => {
    // One was refused, to be put right on the System screen.
    expect(
      await offenders(`select state || ' ' || server_answer as what from outbound_mails
        where state <> 'kept'`),
    ).toEqual(['failed 550 5.1.1 No such user here'])
    expect(
      await offenders(`select "to" as what from outbound_mails where "to" not like '%.example'`),
    ).toEqual([])
  })

  it('tell no candidate a bill rate and no client a pay rate', async () => {
    const rates = await sql.first({
      schema: z.object({ pay: z.array(z.coerce.number()), bill: z.array(z.coerce.number()) }),
      text: `select array_agg(distinct pay_rate_e4::bigint) filter (where pay_rate_e4 is not null) as pay,
        array_agg(distinct bill_rate_e4::bigint) filter (where bill_rate_e4 is not null) as bill
        from job_orders`,
    })
    const said = (rateE4: number) => (rateE4 / 10_000).toFixed(2)
    const pay = (rates?.pay ?? []).map(said)
    const bill = (rates?.bill ?? []).map(said)
    expect(pay.length).toBeGreaterThan(3)
    const mails = await sql.rows({
      schema: z.object({ to: z.string(), content: mailContent }),
      text: 'select "to", content from outbound_mails',
    })
    const isStaff = (to: string) => to.endsWith('@harbourhale.example')
    const isCandidate = (to: string) => to.endsWith('@mail.example')
    const leaks = mails.filter(({ to, content }) => {
      const text = JSON.stringify(content)
      const secret = isStaff(to) ? [] : isCandidate(to) ? bill : pay
      return secret.some((rate) => text.includes(rate))
    })
    expect(leaks).toEqual([])
    expect(
      mails.some(({ to, content }) => isCandidate(to) && /24\.50/.test(JSON.stringify(content))),
    ).toBe(true)
  })
})

describe('seeding again', () => {
  it('changes nothing and still names the links', async () => {
    const before = await offenders('select count(*) as what from domain_events')
    const again = await seedOnce({ payload: app.payload, siteUrl: 'http://localhost:4200' })
    expect(again.seeded).toBe(false)
    expect(again.logins).toEqual([])
    expect(again.links).toHaveLength(seeded.links.length)
    expect(again.links[0]?.url).toBe('http://harbour.localhost:4200')
    expect(await offenders('select count(*) as what from domain_events')).toEqual(before)
  })
})

describe('removing the demo', () => {
  const rowsIn = async (): Promise<Map<string, number>> => {
    const tables = await sql.rows({
      schema: z.object({ name: z.string() }),
      text: `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    })
    const counts = new Map<string, number>()
    for (const { name } of tables) {
      const [count] = await offenders(`select count(*) as what from "${name}"`)
      counts.set(name, Number(count))
    }
    return counts
  }

  it('is refused, and undone, when nobody would be left who may sign in', async () => {
    const before = await rowsIn()
    const removing = removeDemo({
      payload: app.payload,
      demandAdmin: () => {
        throw new Error('nobody is left')
      },
    })
    await expect(removing).rejects.toThrow('nobody is left')
    expect(await rowsIn()).toEqual(before)
  })

  it('takes exactly what the demo made, and keeps what somebody touched with what it needs', async () => {
    const common = { overrideAccess: true, depth: 0 } as const
    const [amara] = (
      await app.payload.find({
        collection: 'candidates',
        where: { lastName: { equals: 'Nwosu' } },
        ...common,
      })
    ).docs
    const [client] = (await app.payload.find({ collection: 'client-corporations', ...common })).docs
    if (!amara || !client) throw new Error('The demo has nobody.')
    const somebody = await app.staffRequest({ permissions: allPermissions })
    await app.payload.update({
      collection: 'candidates',
      id: amara.id,
      data: { headline: 'Now ours' },
      req: somebody,
      ...common,
    })
    const boss = await app.payload.create({
      collection: 'users',
      data: {
        name: 'Our own boss',
        email: 'boss@our.example',
        password: 'the first password of ours',
        roles: (
          await app.payload.find({
            collection: 'roles',
            where: { key: { equals: 'admin' } },
            ...common,
          })
        ).docs.map(({ id }) => id),
        zone: 'UTC',
        locale: 'en-US',
      },
      req: somebody,
      ...common,
    })
    const contact = await app.payload.create({
      collection: 'client-contacts',
      data: { firstName: 'Our', lastName: 'Contact', client: client.id },
      req: somebody,
      ...common,
    })
    const before = await rowsIn()
    const removal = await removeDemo({
      payload: app.payload,
      demandAdmin: () => expect.unreachable('our own admin is left'),
    })
    if (!removal) throw new Error('There was no demo.')
    const kept = removal.kept.map(({ label, title, reason }) => `${label} ${title}: ${reason}`)
    expect(kept).toContain(`Candidate ${amara.name}: touched`)
    expect(kept).toContain(`Client ${client.name}: needed`)
    expect(kept.filter((line) => line.endsWith('touched'))).toHaveLength(1)
    expect(kept.some((line) => line.startsWith('Document CV'))).toBe(true)

    // Every row is told for: what went is what is missing now, but for the machinery's own.
    const after = await rowsIn()
    const machinery =
      /^(demo_rows|event_seals|domain_event_personal|payload_|rate_limits|.*_sessions)/
    for (const [table, count] of before)
      if (!machinery.test(table))
        expect([
          table,
          count - (removal.removed[table] ?? 0) + (table === 'domain_events' ? 1 : 0),
        ]).toEqual([table, after.get(table)])
    for (const table of [
      'invoices',
      'payments',
      'placements',
      'timesheets',
      'submissions',
      'api_keys',
      'webhook_endpoints',
      'webhook_deliveries',
      'incoming_endpoints',
      'incoming_deliveries',
      'client_messages',
      'data_archives',
    ])
      expect([table, after.get(table)]).toEqual([table, 0])
    expect(
      await offenders(`select name as what from pgboss.job where state in ('failed', 'completed')`),
    ).toEqual([])
    // Whoever is kept stays protected.
    expect(kept.filter((line) => line.startsWith('Legal hold'))).toHaveLength(1)
    expect(after.get('candidates')).toBe(1)
    for (const [collection, id] of [
      ['users', boss.id],
      ['client-contacts', contact.id],
      ['candidates', amara.id],
    ] as const)
      expect((await app.payload.findByID({ collection, id, ...common })).id).toBe(id)
    expect(
      await offenders(
        `select tgname as what from pg_trigger where not tgisinternal and tgenabled = 'D'`,
      ),
    ).toEqual([])
    expect(
      await offenders(`select conname as what from pg_constraint where not convalidated`),
    ).toEqual([])
  })

  it('leaves an audit that can be proved, and a start that plays no demo again', async () => {
    await runQueuedJobs({ app, queues: ['seal-events'], data: {} })
    const verified = await verifySeals({ req: await app.systemRequest() })
    expect(verified.ok && verified.value.problems).toEqual([])
    await markRemoved(app.payload)
    const again = await seedOnce({ payload: app.payload, siteUrl: 'http://localhost:4200' })
    expect(again).toEqual({ seeded: false, logins: [], links: [] })
    expect(await removeDemo({ payload: app.payload, demandAdmin: () => undefined })).toBeNull()
  })
})

describe('an interrupted seed', () => {
  it('after an interruption begins with empty tables and every guard', async () => {
    await clearInterrupted({ payload: app.payload })
    for (const table of ['users', 'candidates', 'invoices', 'domain_events', 'counters', 'roles'])
      expect(await offenders(`select count(*) as what from ${table}`), table).toEqual(['0'])
    expect(await offenders('select count(*) as what from payload_migrations')).not.toEqual(['0'])
    expect(
      await offenders(
        `select tgname as what from pg_trigger where not tgisinternal and tgenabled = 'D'`,
      ),
    ).toEqual([])
  })
})

describe('an installation without the demo', () => {
  const invite = async () =>
    await inviteFirstAdmin({
      payload: app.payload,
      email: 'Boss@Agency.example',
      adminUrl: 'http://localhost:4100',
    })

  it('gets its first admin by a link that works once, until the password is chosen', async () => {
    const [lost] = await invite()
    const [link, ...others] = await invite()
    expect(others).toEqual([])
    const token = /^http:\/\/localhost:4100\/admin\/reset\/(\w+)$/.exec(link?.url ?? '')?.[1]
    const reset = async (given: string) =>
      await app.payload.resetPassword({
        collection: 'users',
        data: { token: given, password: 'the first password' },
        overrideAccess: true,
      })
    await expect(reset(lost?.url.split('/').at(-1) ?? '')).rejects.toThrow()
    await reset(token ?? '')
    await expect(reset(token ?? '')).rejects.toThrow()
    const { user } = await app.payload.login({
      collection: 'users',
      data: { email: 'boss@agency.example', password: 'the first password' },
    })
    expect(permissionsOf(user ?? {})).toEqual(new Set(allPermissions))
    expect(await invite()).toEqual([])
  })
})
