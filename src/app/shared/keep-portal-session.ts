import { cookies } from 'next/headers'

import type { PortalSession } from '#plugins/agency/domain'
import { portalCookie } from './portal-cookie'
import { isSecure } from './visit'

/** Gives the browser the session (or takes it away), in an action or a route. */
export const keepPortalSession = async (session: PortalSession | null): Promise<void> => {
  const jar = await cookies()
  jar.set(portalCookie({ session, isSecure }))
}
