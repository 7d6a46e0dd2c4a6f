import type { CollectionBeforeChangeHook } from 'payload'

import { searchOfAddress } from '../domain/pool-search'

/** Kept without the page it was copied from; another search looks through everybody again. */
export const derivePoolSearch: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (typeof data.search === 'string') data.search = searchOfAddress(data.search) || null
  if (data.search !== undefined && data.search !== (originalDoc?.search ?? null))
    data.checkedAt = null
  return data
}
