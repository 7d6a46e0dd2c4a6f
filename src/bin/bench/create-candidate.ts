import { differences, documentOf, type Document } from './documents'
import { inTransaction, oneRow } from './in-transaction'
import type { Side } from './statistics'
import type { Bench, Workload } from './workload'

/** As the list of skills writes what it knows. */
const skills = ['driving', 'English', 'Picking']

/** A new candidate: number, keys of recognition, row, skills, and the event with its personal part. */
export const createCandidate = ({
  bench: { rest, db, turns },
  staffId,
}: {
  bench: Bench
  staffId: string
}): Workload => ({
  name: 'create a candidate',
  call: 'POST /api/candidates',
  product: async (turn) =>
    await rest.post({
      path: '/api/candidates',
      body: { ...personAt({ turn, side: 'product' }), skills },
    }),
  raw: async (turn) =>
    await inTransaction({
      db,
      run: async () =>
        await insertCandidate({ db, staffId, person: personAt({ turn, side: 'raw' }) }),
    }),
  differences: async () => {
    const [product, raw] = [
      await stored({ db, side: 'product' }),
      await stored({ db, side: 'raw' }),
    ]
    if (product.length !== turns || raw.length !== turns)
      return [`${product.length} and ${raw.length} candidates for ${turns} calls each`]
    return differences({ what: 'candidate', product, raw })
  },
})

type Person = ReturnType<typeof personAt>

const sourceOf = (side: Side): string => `bench-${side}`

const personAt = ({ turn, side }: { turn: number; side: Side }) => ({
  firstName: 'Nell',
  lastName: `Number ${turn}`,
  email: `${turn}@${side}.test`,
  phone: `+1${side === 'raw' ? '313' : '414'}555${String(turn).padStart(4, '0')}`,
  city: 'Newark',
  country: 'US',
  headline: 'Forklift driver',
  zone: 'America/New_York',
  locale: 'en-US',
  currency: 'USD',
  source: sourceOf(side),
})

const insertCandidate = async ({
  db,
  staffId,
  person,
}: {
  db: Bench['db']
  staffId: string
  person: Person
}): Promise<void> => {
  for (const key of [person.phone, person.email])
    await db.query(`select pg_advisory_xact_lock(hashtextextended('person:' || $1, 0))`, [key])
  await db.query(
    'select 1 from candidates where email_normalised = $1 and deleted_at is null limit 1',
    [person.email],
  )
  await db.query('select 1 from candidates where phone_e164 = $1 and deleted_at is null limit 1', [
    person.phone,
  ])
  const { ref } = await oneRow<{ ref: string }>({
    db,
    text: `insert into counters (name, value) values ('CA-' || extract(year from now()), 1)
      on conflict (name) do update set value = counters.value + 1
      returning name || '-' || lpad(value::text, 4, '0') as ref`,
    values: [],
  })
  const row = await oneRow<Document & { id: string }>({
    db,
    text: `insert into candidates (id, ref, state, name, first_name, last_name, email, phone, city,
        country, headline, zone, locale, currency, source, do_not_contact, email_normalised, phone_e164)
      values (uuid_v7(), $1, 'new', $2 || ' ' || $3, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
        false, $4, $5)
      returning *`,
    values: [
      ref,
      person.firstName,
      person.lastName,
      person.email,
      person.phone,
      person.city,
      person.country,
      person.headline,
      person.zone,
      person.locale,
      person.currency,
      person.source,
    ],
  })
  await db.query(
    `insert into candidates_texts ("order", parent_id, path, text)
      select place, $1, 'skills', text from unnest($2::text[]) with ordinality as skill (text, place)`,
    [row.id, skills],
  )
  const { changes, personal } = changesOf({ ...documentOf(row), skills })
  const event = await oneRow<{ id: string }>({
    db,
    text: `insert into domain_events (name, subject_type, subject_id, person_type, person_id,
        actor_kind, actor_id, changes)
      values ('candidate.created', 'candidate', $1, 'candidate', $1, 'staff', $2, $3) returning id`,
    values: [row.id, staffId, JSON.stringify(changes)],
  })
  await db.query('insert into domain_event_personal (event_id, values) values ($1, $2)', [
    event.id,
    JSON.stringify(personal),
  ])
  await db.query(`select pg_notify('placewright_events', $1)`, [JSON.stringify({ id: event.id })])
}

const untold = ['id', 'createdAt', 'updatedAt', 'emailNormalised', 'phoneE164']
const personalFields = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'city',
  'country',
  'headline',
  'skills',
  'source',
]

const changesOf = (document: Document) => {
  const told = Object.entries(document).filter(
    ([name, value]) => value !== null && !untold.includes(name),
  )
  const isPersonal = (name: string) => personalFields.includes(name)
  return {
    changes: Object.fromEntries(
      told.map(([name, value]) => [name, isPersonal(name) ? null : [null, value]]),
    ),
    personal: Object.fromEntries(
      told.filter(([name]) => isPersonal(name)).map(([name, value]) => [name, [null, value]]),
    ),
  }
}

/** Everything that one side wrote, without what must differ: ids, numbers, times, addresses. */
const stored = async ({ db, side }: { db: Bench['db']; side: Side }): Promise<Document[]> => {
  const { rows } = await db.query<Document>(
    `select candidate.state, candidate.name, first_name, last_name, city, region, country, headline,
      available_on, desired_pay_rate_e4, currency, zone, locale, do_not_contact, owner_id,
      portal_account_id, deleted_at, email = email_normalised as is_known_by_email,
      phone = phone_e164 as is_known_by_phone, ref is not null as has_ref,
      array(select text from candidates_texts where parent_id = candidate.id order by "order") as skills,
      array(select jsonb_build_object('name', event.name, 'subject', subject_type, 'person', person_type,
          'isOfPerson', person_id = subject_id, 'actor', actor_kind, 'by', actor_id, 'from', from_state,
          'to', to_state,
          'changes', changes - '{ref,source}'::text[], 'tellsRef', changes ? 'ref',
          'personal', personal.values - '{email,phone,source}'::text[],
          'keepsAddress', personal.values ?& '{email,phone}'::text[])
        from domain_events event left join domain_event_personal personal on event_id = event.id
        where subject_type = 'candidate' and subject_id = candidate.id::text) as events
    from candidates candidate where source = $1 order by split_part(email, '@', 1)::integer`,
    [sourceOf(side)],
  )
  return rows
}
