/** What a portal session is proved by, and until when. */
export type PortalSession = {
  accountId: string
  /** A signed token; it stands only in the person's cookie. */
  token: string
  expiresAt: string
}

/** The purpose of a link that signs an outside person in, and the kind of record it is for. */
export const portalLoginPurpose = 'portal.login'
export const portalAccountKind = 'portal-account'
