import type { CollectionBeforeChangeHook } from 'payload'

import { nextReference } from '../commands/next-reference'

/** Gives a new record its human reference: JO-2026-0142. */
export const deriveReference =
  (prefix: string): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    if (operation === 'create') data.ref = await nextReference({ req, prefix })
    return data
  }
