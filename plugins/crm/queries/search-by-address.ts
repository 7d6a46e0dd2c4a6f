import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can, refuseInput, refuseRight, type Result } from '#plugins/kernel/domain'
import { cursorFrom, filterFrom, type CandidateFilter } from '../domain/search/filter'
import { parseQuery, type QueryProblem } from '../domain/search/query'
import { findCandidates, type FoundCandidates } from './find-candidates'
import { placeMeant } from './find-places'
import { refusalOfPools } from './pools-in-reach'

type AddressedSearch = {
  text: string
  /** Where the words typed cannot be understood. */
  problem: QueryProblem | null
  /** Null when it cannot be read; then `found` names the fields. */
  filter: CandidateFilter | null
  found: Result<FoundCandidates>
}

/** The search that an address asks for: of the endpoint and of the screen alike. */
export const searchByAddress = async ({
  req,
  params,
}: {
  req: PayloadRequest
  params: URLSearchParams
}): Promise<AddressedSearch> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.read' }))
    return { text: '', problem: null, filter: null, found: refuseRight() }
  const text = params.get('q') ?? ''
  const parsed = parseQuery(text)
  const read = await withPools({ req, read: await withPlace({ req, read: filterFrom(params) }) })
  const after = params.get('after')
  const cursor = after ? cursorFrom(after) : null
  const fields = {
    ...(parsed.ok ? {} : { q: parsed.problem.message }),
    ...(read.ok ? {} : read.fields),
    ...(after && !cursor ? { after: 'This page is not known. Begin again.' } : {}),
  }
  const filter = read.ok ? read.filter : null
  return {
    text,
    problem: parsed.ok ? null : parsed.problem,
    filter,
    found:
      parsed.ok && filter && Object.keys(fields).length === 0
        ? await findCandidates({
            req,
            text: text.trim(),
            query: parsed.query,
            filter,
            after: cursor,
          })
        : refuseInput(fields),
  }
}

/** With the degrees of the place that was typed, unless the address says them itself. */
const withPlace = async ({
  req,
  read,
}: {
  req: PayloadRequest
  read: ReturnType<typeof filterFrom>
}): Promise<ReturnType<typeof filterFrom>> => {
  if (!read.ok || read.filter.near || !read.filter.place) return read
  const meant = await placeMeant({ req, text: read.filter.place })
  return meant.ok
    ? { ok: true, filter: { ...read.filter, near: meant.spot } }
    : { ok: false, fields: { place: meant.problem } }
}

/** What it asks of pools holds only for those whom the reader may see. */
const withPools = async ({
  req,
  read,
}: {
  req: PayloadRequest
  read: ReturnType<typeof filterFrom>
}): Promise<ReturnType<typeof filterFrom>> => {
  if (!read.ok) return read
  const problem = await refusalOfPools({ req, ids: read.filter.pool })
  return problem === null ? read : { ok: false, fields: { pool: problem } }
}
