import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { placeLabel, saidPlace } from '../domain/places/said-place'
import { homeCountry } from './home-country'

const mostSuggested = 8
/** Places nearer to each other than this are one to whoever looks around them. */
const oneTownKm = 60

const placeRow = z.object({
  name: z.string(),
  region: z.string().nullable(),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  is_whole: z.boolean(),
})

type PlaceRow = z.output<typeof placeRow>

type Found = {
  label: string
  latitude: number
  longitude: number
  /** The name or postcode is the one typed, and does not merely begin so. */
  isWhole: boolean
}

/**
 * Places by what somebody typed, the agency's own country first: a postcode by the longest beginning of
 * it that is known, a town by its name or the beginning of it.
 */
export const findPlaces = async ({
  req,
  text,
}: {
  req: PayloadRequest
  text: string
}): Promise<readonly Found[]> => {
  const said = saidPlace(text)
  if (!said) return []
  const home = await homeCountry(req)
  const byPostcode = await sqlOf(req).rows({
    schema: placeRow,
    text: byPostcodeSql,
    values: [said.head, said.country, home],
  })
  const postcodes = byPostcode.map((row) => ({
    ...foundOf({ row, postcode: said.head }),
    isWhole: said.hasDigits,
  }))
  if (said.hasDigits && postcodes.length > 0) return postcodes
  const byName = await sqlOf(req).rows({
    schema: placeRow,
    text: byNameSql,
    values: [said.head, said.country, said.region, home, mostSuggested, said.either],
  })
  return [...byName.map((row) => foundOf({ row, postcode: null })), ...postcodes].slice(
    0,
    mostSuggested,
  )
}

/** The place that was meant, or why that can not be said. */
export const placeMeant = async ({
  req,
  text,
}: {
  req: PayloadRequest
  text: string
}): Promise<
  { ok: true; spot: { latitude: number; longitude: number } } | { ok: false; problem: string }
> => {
  const found = await findPlaces({ req, text })
  const whole = found.filter(({ isWhole }) => isWhole)
  const [first, ...others] = whole.length > 0 ? whole : found
  if (!first)
    return {
      ok: false,
      problem: `No place called “${text.trim()}” is known. Try a town or postcode near it.`,
    }
  // A postcode is read as one of the own country first, as it is said every day.
  if (others.length === 0 || saidPlace(text)?.hasDigits) return { ok: true, spot: first }
  return {
    ok: false,
    problem: `There are several: ${[first, ...others]
      .slice(0, 4)
      .map(({ label }) => `“${label}”`)
      .join(', ')}. Choose one.`,
  }
}

const foundOf = ({ row, postcode }: { row: PlaceRow; postcode: string | null }): Found => ({
  label: placeLabel({ ...row, postcode }),
  latitude: row.latitude,
  longitude: row.longitude,
  isWhole: row.is_whole,
})

/** One place for each country that knows such a postcode. */
const byPostcodeSql = `
select distinct on (country = $3, country) min(name) as name, null as region, country,
  avg(latitude)::float8 as latitude, avg(longitude)::float8 as longitude, true as is_whole
from places
where postcode is not null and ($2::text is null or country = $2)
  and place_key(postcode) = any(array(
    select left(place_key($1), size) from generate_series(1, 16) size))
  and place_key(postcode) = any(place_keys(country, $1))
group by country, length(place_key(postcode))
order by country = $3 desc, country, length(place_key(postcode)) desc
limit 6`

/** Towns of a name near each other are one; whole names come before beginnings. */
const byNameSql = `
select min(name) as name, region, country, avg(latitude)::float8 as latitude,
  avg(longitude)::float8 as longitude, bool_or(is_whole) as is_whole
from (
  select p.*, place_fold(name) = place_fold($1) as is_whole from places p
  where place_fold($1) <> '' and place_fold(name) like place_fold($1) || '%'
    and ($2::text is null or country = $2)
    and ($3::text is null or place_fold(region) = place_fold($3))
    and ($6::text is null or country = $6 or place_fold(region) = place_fold($6))
  limit 2000
) named
group by place_fold(name), region, country
having max(latitude) - min(latitude) < ${oneTownKm / 111}
order by bool_or(is_whole) desc, country = $4 desc, length(min(name)), min(name), region
limit $5`
