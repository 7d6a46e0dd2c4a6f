import { logoutOperation, type PayloadRequest } from 'payload'

/** Ends the session of the signed-in outside person; the cookie is worthless from then on. */
export const signOutPortal = async ({ req }: { req: PayloadRequest }): Promise<void> => {
  if (req.user?.collection !== 'portal-accounts') return
  await logoutOperation({ collection: req.payload.collections['portal-accounts'], req })
}
