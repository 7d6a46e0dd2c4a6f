import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

import { inTransaction } from './in-transaction'

const headings = [
  'First name',
  'Last name',
  'E-mail',
  'Town',
  'Postcode',
  'Country',
  'In one line',
  'Skills',
  'Available from',
]

const towns = ['Newark', 'Boston', 'Albany', 'Camden', 'Trenton'] as const

/** Every twentieth row has no usable address, every tenth repeats the row before it. */
const cellsOf = ({ n, domain }: { n: number; domain: string }): string[] => {
  const isBad = n % 20 === 7
  const who = n % 10 === 4 ? n - 1 : n
  return [
    `Given${who % 997}`,
    `Family${who}`,
    isBad ? `given.${who}@@${domain}` : `given.${who}@${domain}`,
    towns[who % towns.length] ?? '',
    String(10_000 + (who % 80_000)),
    'US',
    `Forklift driver, ${who % 25} years`,
    'driving;picking;English',
    `2026-0${1 + (who % 9)}-15`,
  ]
}

/** A table for the import, and how many candidates an honest one makes of it. */
export const tableText = ({
  rows,
  domain,
}: {
  rows: number
  domain: string
}): { text: string; fine: number } => {
  const lines = [headings.join(',')]
  for (let n = 1; n <= rows; n += 1)
    lines.push(
      cellsOf({ n, domain })
        .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
        .join(','),
    )
  const bad = Math.floor((rows + 13) / 20)
  const repeated = Math.floor((rows + 6) / 10)
  return { text: lines.join('\n'), fine: rows - bad - repeated }
}

/** The same by hand: COPY into a table of texts, then one INSERT with the checks, skills and events. */
export const importByHand = async ({
  db,
  rows,
}: {
  db: pg.Client
  rows: number
}): Promise<{ seconds: number; made: number }> => {
  await db.query(`create temporary table by_hand (no integer, first_name text, last_name text,
    email text, city text, postcode text, country text, headline text, skills text, available_on text)`)
  const began = performance.now()
  let made = 0
  await inTransaction({
    db,
    run: async () => {
      const lines = function* () {
        for (let n = 1; n <= rows; n += 1)
          yield `${[String(n), ...cellsOf({ n, domain: 'hand.test' })].join('\t')}\n`
      }
      await pipeline(Readable.from(lines()), db.query(copyFrom('copy by_hand from stdin')))
      const { rowCount } = await db.query(insertSql)
      made = rowCount ?? 0
    },
  })
  return { seconds: (performance.now() - began) / 1_000, made }
}

const insertSql = `
with fine as (
  select distinct on (lower(email)) * from by_hand
  where email ~ '^[^@[:space:]]+@[^@[:space:]]+[.][a-z]+$' and first_name <> '' and last_name <> ''
    and not exists (select from candidates c where c.email_normalised = lower(by_hand.email)
      and c.deleted_at is null)
  order by lower(email), no
),
made as (
  insert into candidates (id, ref, state, name, first_name, last_name, email, email_normalised, city,
    postcode, country, headline, available_on, currency, zone, locale, source, created_at, updated_at)
  select uuid_v7(), 'HAND-' || no, 'new', first_name || ' ' || last_name, first_name, last_name,
    email, lower(email), city, postcode, country, headline, available_on, 'USD', 'UTC', 'en-US',
    'by-hand', now(), now()
  from fine returning id, email
),
skilled as (
  insert into candidates_texts ("order", parent_id, path, text)
  select word.place, made.id, 'skills', word.text from made join fine using (email)
  cross join lateral unnest(string_to_array(fine.skills, ';')) with ordinality as word (text, place)
)
insert into domain_events (name, subject_type, subject_id, person_type, person_id, actor_kind, actor_id)
select 'candidate.created', 'candidate', id::text, 'candidate', id::text, 'system', 'by-hand' from made`

/** Reads a CSV to its end, a piece at a time; no cell of the bench holds a line break. */
export const exportOf = async (body: ReadableStream<Uint8Array>): Promise<{ records: number }> => {
  let lines = 0
  let isOpen = false
  for await (const piece of body)
    for (const byte of piece) {
      isOpen = byte !== 0x0a
      if (!isOpen) lines += 1
    }
  return { records: lines + (isOpen ? 1 : 0) - 1 }
}

/** Every candidate as CSV by the database itself. */
export const copyToRows = async (db: pg.Client): Promise<{ seconds: number; rows: number }> => {
  const began = performance.now()
  let rows = 0
  await pipeline(
    db.query(
      copyTo(
        'copy (select * from candidates where deleted_at is null) to stdout with (format csv)',
      ),
    ),
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        for (const byte of chunk) if (byte === 0x0a) rows += 1
        done()
      },
    }),
  )
  return { seconds: (performance.now() - began) / 1_000, rows }
}
