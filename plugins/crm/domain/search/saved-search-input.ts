import { z } from 'zod'

import { canonicalSearch } from './saved-search'

export const searchName = z
  .string('Give it a name.')
  .trim()
  .min(1, 'Give it a name.')
  .max(80, 'At most 80 characters.')

/** As in the address of “Find candidates”, without the question mark. */
export const searchAddress = z
  .string('Say what is searched for.')
  .max(20_000, 'This search is too long to be kept.')
  .transform((text, ctx) => {
    const canonical = canonicalSearch(text.replace(/^\?/, ''))
    if (canonical !== null) return canonical
    ctx.addIssue({
      code: 'custom',
      message: 'Search for something first: words or a filter, as they can be understood.',
    })
    return z.NEVER
  })

export const searchSharing = z.enum(['mine', 'role', 'all'], 'Choose who sees it.')

export const searchRole = z.uuid('Choose a role.').nullish()
