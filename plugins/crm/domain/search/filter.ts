import { z } from 'zod'

import { isDay } from '#plugins/kernel/domain'

/** The most hits that are counted, ranked and told apart by facets; more are told as “1,000+”. */
export const mostCounted = 1_000

export const sorts = {
  relevance: 'Best match',
  newest: 'Newest first',
  distance: 'Nearest first',
  contact: 'Longest without contact',
} as const

export type Sort = keyof typeof sorts

const day = z.string().refine(isDay, 'A day like 2026-03-31.')

const some = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(20, 'At most 20.').default([])

const number = ({ least, most, what }: { least: number; most: number; what: string }) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,4})?$/, what)
    .transform(Number)
    .refine((value) => value >= least && value <= most, what)

/** A skill with the years somebody should have of it at least: `<id>` or `<id>:5`. */
const skill = z
  .string()
  .regex(/^[0-9a-f-]{36}(:\d{1,2})?$/i, 'Choose skills from the list.')
  .transform((text) => {
    const [id = '', years] = text.split(':')
    return { id: id.toLowerCase(), years: years === undefined ? 0 : Number(years) }
  })
  .refine(({ id }) => z.uuid().safeParse(id).success, 'Choose skills from the list.')

/** A place as degrees, latitude first: `51.5,-0.12`. */
const spot = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/, 'Choose a place from the list.')
  .transform((text) => {
    const [latitude = 0, longitude = 0] = text.split(',').map(Number)
    return { latitude, longitude }
  })
  .refine(
    ({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
    'There is no such place on earth.',
  )

/** Within so many days, not for so many, or never: `within:30`, `not:90`, `never`. */
const contact = z
  .string()
  .regex(/^(never|(within|not):[1-9]\d{0,3})$/, 'Choose from the list.')
  .transform((text) => {
    const [kind, days] = text.split(':')
    return kind === 'within' || kind === 'not'
      ? { kind, days: Number(days) }
      : { kind: 'never' as const, days: 0 }
  })

const states = z.enum(
  ['new', 'active', 'in_process', 'placed', 'inactive', 'do_not_use'],
  'Choose a state from the list.',
)

/** What the address of a search says besides its words; every list may come several times. */
const candidateFilter = z
  .object({
    state: some(states),
    owner: z.uuid('Choose an owner from the list.').optional(),
    label: some(z.uuid('Choose labels from the list.')),
    skill: some(skill),
    pool: some(z.uuid('Choose pools from the list.')),
    near: spot.optional(),
    /** A postcode or town as it was typed; `near` follows from it. */
    place: z.string().trim().max(120, 'At most 120 characters.').optional(),
    within: number({ least: 1, most: 1_000, what: 'A distance from 1 to 1,000.' }).optional(),
    unit: z.enum(['km', 'mi'], 'Kilometres or miles.').optional(),
    contact: contact.optional(),
    from: day.optional(),
    to: day.optional(),
    employment: z.enum(['permanent', 'contract', 'temp'], 'Choose from the list.').optional(),
    /** Of an hour, in whole units of the currency. */
    pay: number({ least: 0, most: 1_000_000, what: 'An amount like 25 or 25.50.' }).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'A currency like EUR.')
      .optional(),
    credential: some(z.uuid('Choose credentials from the list.')),
    /** They hold at least until then; today when left out. */
    valid: day.optional(),
    sort: z
      .enum(['relevance', 'newest', 'distance', 'contact'], 'Choose an order from the list.')
      .optional(),
  })
  .refine(({ from, to }) => !to || from, { path: ['from'], message: 'Say from which day, too.' })
  .refine(({ from, to }) => !from || !to || to >= from, {
    path: ['to'],
    message: 'The last day lies before the first.',
  })
  .refine(({ sort, near, place }) => sort !== 'distance' || near || place, {
    path: ['sort'],
    message: 'Choose a place to sort by distance.',
  })

export type CandidateFilter = z.output<typeof candidateFilter>

export const defaultWithin = 50

export type DistanceUnit = NonNullable<CandidateFilter['unit']>

export const kmInMile = 1.609344

/** How far around the place somebody may be. */
export const kmOf = ({ within, unit }: Pick<CandidateFilter, 'within' | 'unit'>): number =>
  (within ?? defaultWithin) * (unit === 'mi' ? kmInMile : 1)

/** The lists of the filter; all else comes once. */
const listedFilters = ['state', 'label', 'skill', 'pool', 'credential'] as const

/** The filter of an address; its problems by field. */
export const filterFrom = (
  params: URLSearchParams,
): { ok: true; filter: CandidateFilter } | { ok: false; fields: Record<string, string> } => {
  const asked: Record<string, unknown> = {}
  for (const name of Object.keys(candidateFilter.shape)) {
    const values = params.getAll(name).filter((value) => value !== '')
    if (values.length === 0) continue
    asked[name] = listedFilters.some((listed) => listed === name) ? values : values[0]
  }
  const parsed = candidateFilter.safeParse(asked)
  if (parsed.success) return { ok: true, filter: parsed.data }
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[String(path[0] ?? 'q')] ??= message
  return { ok: false, fields }
}

/** Whether anything but the order is asked for. */
export const isFiltered = (filter: CandidateFilter): boolean =>
  Object.entries(filter).some(
    ([name, value]) =>
      !['sort', 'near', 'within', 'unit', 'currency'].includes(name) &&
      (Array.isArray(value) ? value.length > 0 : value !== undefined),
  )

/** Where a page ended: what its last hit was sorted by, and its id. */
export type Cursor = { sort: Sort; key: string; id: string }

export const cursorText = ({ sort, key, id }: Cursor): string => `${sort}~${key}~${id}`

/** Null for one that nobody gave out. */
export const cursorFrom = (text: string): Cursor | null => {
  const [, sort, key, id] =
    /^(relevance|newest|distance|contact)~([0-9.eE:TZ+-]{1,40})~([0-9a-f-]{36})$/.exec(text) ?? []
  const name = z.enum(['relevance', 'newest', 'distance', 'contact']).safeParse(sort)
  if (!name.success || key === undefined || !z.uuid().safeParse(id).success) return null
  const isSound =
    name.data === 'newest' || (name.data === 'contact' && key !== '0')
      ? !Number.isNaN(Date.parse(key))
      : Number.isFinite(Number(key))
  return isSound ? { sort: name.data, key, id: String(id) } : null
}
