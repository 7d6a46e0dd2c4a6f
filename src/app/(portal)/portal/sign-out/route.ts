import { env } from '#env'
import { signOutPortal } from '#plugins/agency'
import { isSameOrigin } from '#plugins/kernel'
import { keepPortalSession } from '../../../shared/keep-portal-session'
import { newVisit } from '../../../shared/visit'

/** Ends the session on the server, then takes the cookie away. */
export const POST = async (request: Request): Promise<Response> => {
  if (!isSameOrigin({ headers: request.headers, allowedOrigins: [env.ADMIN_URL, env.siteUrl] }))
    return new Response('This request came from another site.', { status: 403 })
  const { req } = await newVisit()
  await signOutPortal({ req })
  await keepPortalSession(null)
  return new Response(null, { status: 303, headers: { Location: '/portal' } })
}
