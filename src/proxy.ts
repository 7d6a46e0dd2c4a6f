import { type NextRequest, NextResponse } from 'next/server'

import { env } from '#env'
import { hostnameFrom } from '#plugins/site/domain'
import { contentSecurityPolicy, dataSecurityPolicy } from './access/content-security-policy'

const adminHost = hostnameFrom(new URL(env.ADMIN_URL).host)
const isSecure = env.ADMIN_URL.startsWith('https:')
const payAt = [
  env.STRIPE_API_URL ? new URL(env.STRIPE_API_URL).origin : 'https://checkout.stripe.com',
]

/**
 * Sends each request to the pages of its host and gives it the headers of a careful site. A host that
 * is no plain hostname ends here, before any path is built from it.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const host = hostnameFrom(request.headers.get('host'))
  if (!host) return plain({ text: 'This address is not known here.', status: 404 })
  const { pathname } = request.nextUrl
  if (pathname === '/s' || pathname.startsWith('/s/'))
    return plain({ text: 'Not found', status: 404 })
  const isAdmin = pathname === '/admin' || pathname.startsWith('/admin/')
  if (isAdmin && host !== adminHost) return plain({ text: 'Not found', status: 404 })

  const headers = new Headers(request.headers)
  // Only a proxy of our own may name another host, and none does yet.
  headers.delete('x-forwarded-host')
  headers.delete('x-middleware-subrequest')
  if (isData(pathname)) {
    const answer = NextResponse.next({ request: { headers } })
    return withPolicy({ response: answer, policy: dataSecurityPolicy })
  }

  const nonce = btoa(crypto.randomUUID())
  const isDevelopment = env.NODE_ENV === 'development'
  const policy = contentSecurityPolicy({ nonce, isDevelopment, payAt })
  headers.set('x-nonce', nonce)
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const response = isOfSite(pathname)
    ? NextResponse.rewrite(new URL(`/s/${host}${pathname}${request.nextUrl.search}`, request.url), {
        request: { headers },
      })
    : NextResponse.next({ request: { headers } })
  return withPolicy({ response, policy })
}

export const config = {
  matcher: [
    // Next keeps what passes here in memory and cuts it off at a size: files of an import do not.
    '/((?!_next/static/|api/imports/(?:upload|[0-9a-f-]+/files)$|(?:favicon\\.svg|apple-touch-icon\\.png|logo\\.svg|logo-dark\\.svg)$).*)',
  ],
}

const isData = (pathname: string): boolean => /^\/api(\/|$)/.test(pathname)

/** The policies that depend on the answer or on the installation; the others stand in next.config.ts. */
const withPolicy = ({
  response,
  policy,
}: {
  response: NextResponse
  policy: string
}): NextResponse => {
  response.headers.set('Content-Security-Policy', policy)
  if (isSecure) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

/** Everything but the admin, the API, the portals and the opening of links belongs to a website. */
const isOfSite = (pathname: string): boolean => !/^\/(admin|api|portal|l)(\/|$)/.test(pathname)

const plain = ({ text, status }: { text: string; status: number }): NextResponse =>
  new NextResponse(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  })
