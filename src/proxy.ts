import { type NextRequest, NextResponse } from 'next/server'

import { env } from '#env'
import { hostnameFrom } from '#plugins/site/domain'
import { contentSecurityPolicy } from './access/content-security-policy'

const adminHost = hostnameFrom(new URL(env.ADMIN_URL).host)

/**
 * Sends each request to the pages of its host and gives it the headers of a careful site. A host that
 * is no plain hostname ends here, before any path is built from it.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const host = hostnameFrom(request.headers.get('host'))
  if (!host) return plain({ text: 'This address is not known here.', status: 404 })
  const { pathname } = request.nextUrl
  if (pathname === '/s' || pathname.startsWith('/s/')) return plain({ text: 'Not found', status: 404 })
  const isAdmin = pathname === '/admin' || pathname.startsWith('/admin/')
  if (isAdmin && host !== adminHost) return plain({ text: 'Not found', status: 404 })

  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy({ nonce, isDevelopment: env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Only a proxy of our own may name another host, and none does yet.
  headers.delete('x-forwarded-host')
  headers.delete('x-middleware-subrequest')

  const response = isOfSite(pathname)
    ? NextResponse.rewrite(new URL(`/s/${host}${pathname}${request.nextUrl.search}`, request.url), {
        request: { headers },
      })
    : NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  matcher: [
    '/((?!_next/static|_next/image|favicon.svg|apple-touch-icon.png|logo.svg|logo-dark.svg).*)',
  ],
}

/** Everything but the admin, the API, the portals and the opening of links belongs to a website. */
const isOfSite = (pathname: string): boolean =>
  !/^\/(admin|api|portal|l)(\/|$)/.test(pathname)

const plain = ({ text, status }: { text: string; status: number }): NextResponse =>
  new NextResponse(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  })
