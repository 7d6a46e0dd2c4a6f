import type pg from 'pg'
import { z } from 'zod'

import { inTransaction } from './in-transaction'
import { idOfMade, type Rest } from './rest'

export type Filled = {
  /** An order with a board as full as boards get: 5,000 cards, or as many as there are candidates. */
  boardOrderId: string
  /** An order with a card in its first column for every move that is measured. */
  moveOrderId: string
  /** An active order with must-haves, for whom candidates are looked. */
  matchOrderId: string
}

const mostBoardCards = 5_000
/** The search is filled at the commit: a transaction holds no more than this. */
const perBatch = 5_000

const trades = [
  'Forklift driver',
  'Registered nurse',
  'Welder',
  'Bookkeeper',
  'Order picker',
  'Sous chef',
  'Electrician',
  'Java developer',
  'Site manager',
  'Care assistant',
  'Truck driver',
  'Payroll clerk',
  'Plumber',
  'Data engineer',
  'Receptionist',
  'Machine operator',
  'Pharmacist',
  'Teacher',
  'Carpenter',
  'Dental nurse',
]

/** Name, state and postcode, as the gazetteer knows them. */
const towns = [
  'Newark|NJ|07102',
  'Boston|MA|02118',
  'Albany|NY|12207',
  'Camden|NJ|08102',
  'Trenton|NJ|08608',
  'Dallas|TX|75201',
  'Houston|TX|77002',
  'Phoenix|AZ|85004',
  'Denver|CO|80202',
  'Seattle|WA|98101',
  'Portland|OR|97205',
  'Chicago|IL|60607',
  'Detroit|MI|48226',
  'Atlanta|GA|30303',
  'Miami|FL|33101',
  'Orlando|FL|32801',
  'Philadelphia|PA|19103',
  'Pittsburgh|PA|15222',
  'Cleveland|OH|44113',
  'Columbus|OH|43215',
  'Baltimore|MD|21202',
  'Richmond|VA|23219',
  'Raleigh|NC|27601',
]

const abilities = [
  'driving',
  'nursing',
  'welding',
  'ledgers',
  'picking',
  'cooking',
  'English',
  'Spanish',
  'night shift',
  'scaffolding',
  'triage',
  'invoicing',
  'wiring',
  'kotlin',
  'scheduling',
  'first aid',
  'soldering',
]

/**
 * Candidates with three skills each, and two orders with their submissions: written by SQL, because
 * only the reading and the single changes are measured. The same numbers give the same data.
 */
export const fill = async ({
  db,
  rest,
  candidates,
  moves,
  onFilled,
}: {
  db: pg.Client
  rest: Rest
  candidates: number
  /** Cards to move, of both sides together. */
  moves: number
  onFilled: (count: number) => void
}): Promise<Filled> => {
  if (candidates < moves) throw new Error(`The bench needs at least ${moves} candidates.`)
  const boardCards = Math.min(mostBoardCards, candidates)
  for (let from = 1; from <= candidates; from += perBatch) {
    const span = [from, Math.min(from + perBatch - 1, candidates)]
    await inTransaction({
      db,
      run: async () => {
        for (const text of [candidatesSql, skillsSql, expertiseSql]) await db.query(text, span)
      },
    })
    onFilled(span[1] ?? 0)
  }
  const clientId = idOfMade(
    await rest.post({
      path: '/api/client-corporations',
      body: { name: 'Northwind Logistics', currency: 'USD' },
    }),
  )
  const contactId = idOfMade(
    await rest.post({
      path: '/api/client-contacts',
      body: { client: clientId, firstName: 'Blair', lastName: 'Buyer', email: 'buyer@client.test' },
    }),
  )
  const order = async (title: string) =>
    orderMade.parse(
      await rest.post({
        path: '/api/commands/create-job-order',
        body: { clientId, contactId, title, employmentType: 'temp', openingsCount: 20 },
      }),
    ).result.jobOrderId
  const [boardOrderId, moveOrderId] = [await order('Forklift driver'), await order('Picker')]
  await db.query(boardSql, [boardOrderId, clientId, boardCards])
  await db.query(shortlistSql, [boardOrderId, clientId, contactId])
  await db.query(interviewsSql, [boardOrderId])
  await db.query(offersSql, [boardOrderId])
  await db.query(firstColumnSql, [moveOrderId, clientId, moves])
  const matchOrderId = await order('Driver and cook')
  for (const [path, words] of [
    ['mustHaves', mustHaves],
    ['niceToHaves', niceToHaves],
  ] as const)
    await db.query(wordsOfOrderSql, [matchOrderId, path, words])
  await db.query(plantedSql, [candidates, planted, mustHaves, niceToHaves])
  // As a database stands that has been worked in for a day.
  await db.query('vacuum (analyze)')
  return { boardOrderId, moveOrderId, matchOrderId }
}

const orderMade = z.object({ result: z.object({ jobOrderId: z.string() }) })

/** People of many trades in many towns; what they can do is in words, and in skills with years. */
const candidatesSql = `
with towns as materialized (
  select array_agg(array[part[1], part[2], part[3]] order by place) as words,
    array_agg(place_spot('US', part[3], part[1], part[2]) order by place) as spots
  from unnest(array[${towns.map((town) => `'${town}'`).join(', ')}]) with ordinality town(said, place)
  cross join lateral string_to_array(said, '|') part
)
insert into candidates (id, ref, state, name, first_name, last_name, email, phone, city, region,
  postcode, country, latitude, longitude, headline, available_on, desired_pay_rate_e4, currency, zone,
  locale, source, email_normalised, phone_e164, created_at, updated_at)
select uuid_v7(), 'CA-2001-' || lpad(n::text, 7, '0'), 'new', first || ' ' || last, first, last,
  lower(first || '.' || last) || n || '@people.test', phone, words[town][1], words[town][2],
  words[town][3], 'US', (spots[town])[1], (spots[town])[0],
  job || ', ' || 1 + n % 25 || ' years', '2026-0' || 1 + n % 9 || '-15', 150000 + n % 300 * 1000,
  'USD', 'America/New_York', 'en-US', 'bench-fill',
  lower(first || '.' || last) || n || '@people.test', phone, at, at
from (
  select n, '+1212' || lpad((n % 10000000)::text, 7, '0') as phone,
    timestamptz '2026-01-01 00:00:00+00' - make_interval(mins => n) as at,
    (array['Ada', 'Ben', 'Cleo', 'Dina', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jude'])[1 + n % 10] as first,
    (array['Abbott', 'Brandt', 'Castro', 'Dunn', 'Ellis', 'Fischer', 'Grant'])[1 + n % 7] as last,
    1 + n % ${towns.length} as town,
    (array[${trades.map((trade) => `'${trade}'`).join(', ')}])[1 + n / 3 % ${trades.length}] as job
  from generate_series($1::integer, $2::integer) as n
) as people cross join towns`

const skillsSql = `
insert into candidates_texts ("order", parent_id, path, text)
select place, id, 'skills',
  (array[${abilities.map((ability) => `'${ability}'`).join(', ')}])
    [1 + (right(ref, 7)::integer * 7 + place * 5) % ${abilities.length}]
from candidates cross join generate_series(1, 3) as place
where ref between 'CA-2001-' || lpad($1::text, 7, '0') and 'CA-2001-' || lpad($2::text, 7, '0')`

const expertiseSql = `
insert into candidates_expertise (_order, _parent_id, id, skill_id, years)
select place, c.id, gen_random_uuid()::text, listed.ids[1 + (n * 3 + place * 11) % cardinality(listed.ids)],
  (n + place) % 15
from (select id, right(ref, 7)::integer as n from candidates
    where ref between 'CA-2001-' || lpad($1::text, 7, '0') and 'CA-2001-' || lpad($2::text, 7, '0')) c
  cross join generate_series(1, 2) as place
  cross join (select array_agg(id order by number) as ids from (
    select id, number from skills order by number limit 40) first) listed`

/** What the order asks for that candidates are matched to. */
export const mustHaves = ['driving', 'cooking']

/** What nobody has but those who are planted: by turns both, and the first of them. */
export const niceToHaves = ['reach truck', 'hazmat']

const planted = 60

const wordsOfOrderSql = `
insert into job_orders_texts ("order", parent_id, path, text)
select at, $1::uuid, $2, word from unnest($3::text[]) with ordinality asked(word, at)`

const plantedSql = `
insert into candidates_texts ("order", parent_id, path, text)
select 3 + at, c.id, 'skills', word
from generate_series(1, $2::integer) as who
join candidates c on c.ref = 'CA-2001-' || lpad((who * ($1::integer / $2::integer))::text, 7, '0')
cross join lateral unnest($3::text[] || case who % 2 when 0 then $4::text[] else ($4::text[])[1:1] end)
  with ordinality had(word, at)`

const boardSql = `
insert into submissions (id, state, job_order_id, candidate_id, client_id, stage_id, source, rank,
  entered_stage_at, created_at, updated_at)
select uuid_v7(), stage.state, $1, candidate.id, $2, stage.id, 'staff',
  'V' || lpad(candidate.n::text, 5, '0'), now() - make_interval(hours => candidate.n::integer), now(), now()
from (select id, row_number() over (order by ref) as n from candidates order by ref limit $3) candidate
join (select id, state, row_number() over (order by position) as n, count(*) over () as all_of_them
  from stages) stage on stage.n = 1 + candidate.n % stage.all_of_them`

const shortlistSql = `
with made as (
  insert into shortlists (id, state, job_order_id, client_id, contact_id, sent_at)
  values (uuid_v7(), 'sent', $1, $2, $3, now()) returning id)
insert into shortlist_items (id, shortlist_id, submission_id, job_order_id, candidate_id, client_id,
  position, decision)
select uuid_v7(), made.id, submission.id, job_order_id, candidate_id, client_id,
  row_number() over (order by rank),
  (array['pending', 'approve', 'question'])[1 + row_number() over (order by rank) % 3]::enum_shortlist_items_decision
from submissions submission cross join made
where job_order_id = $1 and state in ('client_review', 'interview', 'offer')`

const interviewsSql = `
insert into interviews (id, state, submission_id, job_order_id, candidate_id, client_id, mode,
  starts_at, ends_at, zone, uid)
select uuid_v7(), 'scheduled', id, job_order_id, candidate_id, client_id, 'video',
  timestamptz '2026-12-01 15:00:00+00', timestamptz '2026-12-01 16:00:00+00', 'America/New_York',
  id || '@bench'
from submissions where job_order_id = $1 and state = 'interview'`

const offersSql = `
insert into offers (id, state, submission_id, job_order_id, candidate_id, client_id, version,
  pay_rate_e4, extended_at)
select uuid_v7(), 'extended', id, job_order_id, candidate_id, client_id, 1, 215000, now()
from submissions where job_order_id = $1 and state = 'offer'`

const firstColumnSql = `
insert into submissions (id, state, job_order_id, candidate_id, client_id, stage_id, source, rank,
  entered_stage_at, created_at, updated_at)
select uuid_v7(), 'new', $1, candidate.id, $2, stage.id, 'staff',
  'V' || lpad(row_number() over (order by candidate.ref)::text, 5, '0'), now(), now(), now()
from (select id, ref from candidates order by ref limit $3) candidate
cross join (select id from stages where state = 'new' order by position limit 1) stage`
