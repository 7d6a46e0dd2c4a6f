import type { PortalSession } from '#plugins/agency/domain'

/**
 * The portal has a cookie of its own, so that a colleague who is signed in to the admin on the same
 * host stays so. Host-only; `__Host-` and Secure on https.
 */
export const portalCookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-placewright-portal' : 'placewright-portal'

/** What is set when somebody signed in (a session) or out (null). */
export const portalCookie = ({
  session,
  isSecure,
}: {
  session: PortalSession | null
  isSecure: boolean
}) => ({
  name: portalCookieName(isSecure),
  value: session?.token ?? '',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure,
  path: '/',
  expires: session ? new Date(session.expiresAt) : new Date(0),
})
