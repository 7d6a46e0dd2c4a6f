import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'

import { actorOf, announceReading } from '#plugins/kernel'
import { isPrivatePaper } from '../access/documents'
import { askedOf } from '../domain/usable-list'
import { announceSearch } from '../queries/announce-search'

/** That somebody opened a candidate's paper: its record, where its text can be read. */
export const announceDocumentReading: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (operation === 'findByID' && isByPeople({ args, req }) && isRecord(result))
    await announceOpened({ req, document: result })
  return result
}

/** The same for its file. */
export const announceFileReading = async (
  req: PayloadRequest,
  { doc }: { doc: object },
): Promise<void> => {
  if (isRecord(doc)) await announceOpened({ req, document: doc })
}

/** That somebody looked for candidates: by what, and how many there were. */
export const announceCandidateSearch: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  const actor = actorOf(req)
  const where = askedOf(Reflect.get(args, 'where'))
  if (operation !== 'find' || actor.kind !== 'staff') return result
  // A file is read page by page: it is one search.
  if (req.context.isNextPage === true) return result
  if (!isByPeople({ args, req }) || !isSearch(where)) return result
  const numberIn = (name: string): number | null => {
    const value: unknown = isRecord(result) ? Reflect.get(result, name) : null
    return typeof value === 'number' ? value : null
  }
  await announceSearch({
    req,
    criteria: JSON.stringify(where),
    found: numberIn('totalDocs'),
    page: numberIn('page'),
  })
  return result
}

const announceOpened = async ({
  req,
  document,
}: {
  req: PayloadRequest
  document: Readonly<Record<string, unknown>>
}): Promise<void> => {
  if (!isPrivatePaper(document.kind)) return
  const candidate = idIn(document.candidate)
  await announceReading({
    req,
    event: {
      name: 'document.opened',
      subject: { kind: 'document', id: String(document.id) },
      person: candidate ? { kind: 'candidate', id: candidate } : null,
      clientId: idIn(document.client),
    },
  })
}

/** Not what the product reads for itself, nor what is read along with another record. */
const isByPeople = ({ args, req }: { args: object; req: PayloadRequest }): boolean =>
  Reflect.get(args, 'overrideAccess') !== true &&
  !Reflect.get(args, 'currentDepth') &&
  actorOf(req).kind !== 'system'

/** A list by ids is no search: it shows what was found before. */
const isSearch = (where: unknown): boolean =>
  fieldsIn(where).some((field) => field !== 'id' && field !== 'deletedAt')

const fieldsIn = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(fieldsIn)
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([name, inner]) =>
    name === 'and' || name === 'or' ? fieldsIn(inner) : [name],
  )
}

const idIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return isRecord(value) && typeof value.id === 'string' ? value.id : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
