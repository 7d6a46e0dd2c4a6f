import type { CollectionBeforeChangeHook } from 'payload'

import { normaliseEmail, normalisePhone } from '#plugins/kernel/domain'
import { normaliseProfileUrl } from '../domain/profile-url'

/** The name in one piece, and the forms of e-mail and phone by which a person is recognised. */
export const deriveContactKeys: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.firstName !== undefined || data.lastName !== undefined)
    data.name = [data.firstName ?? originalDoc?.firstName, data.lastName ?? originalDoc?.lastName]
      .filter(Boolean)
      .join(' ')
  // Whoever was merged keeps as keys only what the kept record does not have.
  if ((data.state ?? originalDoc?.state) === 'merged') return data
  if (data.email !== undefined) data.emailNormalised = normaliseEmail(data.email)
  if (data.phone !== undefined || data.country !== undefined)
    data.phoneE164 = normalisePhone({
      input: data.phone ?? originalDoc?.phone,
      country: data.country ?? originalDoc?.country ?? 'US',
    })
  if (data.profileUrl !== undefined)
    data.profileUrlNormalised = normaliseProfileUrl(data.profileUrl)
  return data
}
