import { getFieldsToSign, jwtSign, type DataFromCollectionSlug, type PayloadRequest } from 'payload'
import { addSessionToUser } from 'payload/shared'

import type { PortalSession } from '../domain/portal-session'

/**
 * Adds a session to a portal account, as Payload's own login does after it has checked a password.
 * The caller has locked the account, so that no two sessions overwrite each other, and has decided
 * that the person may come in.
 */
export const openPortalSession = async ({
  req,
  accountId,
}: {
  req: PayloadRequest
  accountId: string
}): Promise<PortalSession> => {
  const { payload } = req
  const { config } = payload.collections['portal-accounts']
  const account = await payload.db.findOne<DataFromCollectionSlug<'portal-accounts'>>({
    collection: 'portal-accounts',
    where: { id: { equals: accountId } },
    req,
  })
  if (!account) throw new Error('The portal account is gone.')
  const user = { ...account, collection: 'portal-accounts' as const }
  const { sid } = await addSessionToUser({ collectionConfig: config, payload, req, user })
  const { token, exp } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: account.email,
      user,
      ...(sid ? { sid } : {}),
    }),
    secret: payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  return { accountId, token, expiresAt: new Date(exp * 1000).toISOString() }
}
