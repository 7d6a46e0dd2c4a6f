import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { mayChangeSearch } from '../access/saved-searches'
import { idOf } from '../domain/relation'
import type { Sharing } from '../domain/search/saved-search'

export type SavedSearch = {
  id: string
  name: string
  search: string
  sharing: Sharing
  roleId: string | null
  isMine: boolean
  /** Who shares it, when it is somebody else’s. */
  ownerName: string | null
  mayChange: boolean
  /** “Find candidates” opens with it for whoever asks. */
  isFirst: boolean
}

const mostListed = 200

/** The searches that whoever asks may open, by name. */
export const savedSearches = async (req: PayloadRequest): Promise<readonly SavedSearch[]> => {
  const actor = actorOf(req)
  const { docs } = await req.payload.find({
    collection: 'saved-searches',
    sort: 'name',
    limit: mostListed,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  const names = await namesOf({ req, ids: docs.map(({ owner }) => idOf(owner)) })
  const first = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select parent_id as id from saved_searches_rels
      where path = 'firstOf' and users_id::text = $1 limit 1`,
    values: [actor.id],
  })
  return docs.map((doc) => {
    const ownerId = idOf(doc.owner)
    const isMine = ownerId === actor.id
    return {
      id: doc.id,
      name: doc.name,
      search: doc.search,
      sharing: doc.sharing,
      roleId: idOf(doc.role),
      isMine,
      ownerName: isMine ? null : (names.get(ownerId) ?? null),
      mayChange: mayChangeSearch({ actor, ownerId }),
      isFirst: doc.id === first?.id,
    }
  })
}

/** A saved search that whoever asks may open. */
export const reachableSearch = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<{ name: string; search: string } | null> => {
  const kept = await req.payload.findByID({
    collection: 'saved-searches',
    id,
    depth: 0,
    req,
    overrideAccess: actorOf(req).kind === 'system',
    disableErrors: true,
  })
  return kept ? { name: kept.name, search: kept.search } : null
}

/** Whether whoever asks may open it. */
export const isSearchInReach = async (asked: {
  req: PayloadRequest
  id: string
}): Promise<boolean> => (await reachableSearch(asked)) !== null

const namesOf = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<ReadonlyMap<string, string>> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string() }),
    text: 'select id, name from users where id = any($1::uuid[])',
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
