import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { getSafeRedirect } from 'payload/shared'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import nextConfig from '../next.config'
import { contentSecurityPolicy, dataSecurityPolicy } from './access/content-security-policy'
import { isPlainPath, judgeJson, judgeSearch } from './access/input-text'

type Proxy = typeof import('./proxy')

const settings = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  PAYLOAD_SECRET: 'a secret of thirty-two characters and more for tests',
  ADMIN_URL: 'http://admin.test:3000',
  STRIPE_API_URL: '',
}

const load = async (env: Record<string, string> = {}): Promise<Proxy> => {
  vi.resetModules()
  Object.assign(process.env, settings, env)
  return await import('./proxy')
}

let proxy: Proxy['proxy']
let matcher: Proxy['config']

beforeAll(async () => {
  const loaded = await load()
  proxy = loaded.proxy
  matcher = loaded.config
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(
    new NextRequest(`http://admin.test:3000${path}`, {
      headers: { host: 'admin.test:3000', ...headers },
    }),
  )

const rewriteOf = (response: Response): string | null =>
  response.headers.get('x-middleware-rewrite')

describe('a request', () => {
  it('is led to the pages of its host', () => {
    expect(rewriteOf(ask('/jobs?text=nurse', { host: 'Jobs.Example.com:8080' }))).toBe(
      'http://admin.test:3000/s/jobs.example.com/jobs?text=nurse',
    )
    expect(rewriteOf(ask('/admin'))).toBeNull()
    expect(rewriteOf(ask('/portal/invoices/1'))).toBeNull()
    expect(rewriteOf(ask('/l/token'))).toBeNull()
    expect(rewriteOf(ask('/portals'))).toContain('/s/admin.test/portals')
  })

  it.each([
    '',
    '..',
    '../../etc',
    'a/b',
    'a\\b',
    'evil.test/../admin.test',
    'admin.test@evil.test',
    'admin.test:3000:80',
    'admin.test,evil.test',
    '[::1]',
    '-a.test',
    'a..test',
    '%2e%2e',
    'a'.repeat(300),
    'admin.test.',
    'ädmin.test',
    '*',
    '_',
  ])('with a host that is none ends at once: %j', (host) => {
    const request = new NextRequest('http://admin.test:3000/jobs')
    vi.spyOn(request.headers, 'get').mockImplementation((name) => (name === 'host' ? host : null))
    const response = proxy(request)
    expect(response.status).toBe(404)
    expect(rewriteOf(response)).toBeNull()
  })

  it('cannot ask for the pages of another host by path, or for the admin on a site', () => {
    for (const path of ['/s', '/s/', '/s/other.test', '/s/other.test/jobs'])
      expect(ask(path).status).toBe(404)
    for (const path of ['/admin', '/admin/login', '/admin/collections/users'])
      expect(ask(path, { host: 'jobs.example.com' }).status).toBe(404)
    expect(rewriteOf(ask('/%73/other.test', { host: 'jobs.example.com' }))).toContain(
      '/s/jobs.example.com/%73/',
    )
  })

  it('stays in its host whatever its path is made of', () => {
    for (const path of [
      '/../../s/other.test',
      '/..%2f..%2fs/other.test',
      '/%2e%2e/%2e%2e/x',
      '/jobs/..%5c..',
      '//evil.test/x',
      '/jobs/%00',
      '/sitemap.xml/..',
    ]) {
      const response = ask(path, { host: 'jobs.example.com' })
      const target = rewriteOf(response)
      if (response.status !== 404)
        expect(new URL(target ?? '').pathname.startsWith('/s/jobs.example.com/'), path).toBe(true)
    }
  })

  it('tells the product nothing about itself that only a proxy of ours may tell', () => {
    const response = ask('/admin', {
      'x-forwarded-host': 'evil.test',
      'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy',
      'x-nonce': 'chosen',
    })
    const passedOn = (response.headers.get('x-middleware-override-headers') ?? '').split(',')
    expect(passedOn).not.toContain('x-forwarded-host')
    expect(passedOn).not.toContain('x-middleware-subrequest')
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('chosen')
  })

  it('passes here for every path but the files of the build and the marks', () => {
    const matches = (path: string) =>
      unstable_doesMiddlewareMatch({ config: matcher, nextConfig: {}, url: path })
    for (const path of [
      '/',
      '/admin',
      '/api/users',
      '/jobs',
      '/favicon.svgx',
      '/logo.svg/x',
      '/_next/image?url=/api/documents/file/a',
      '/_next/staticx',
    ])
      expect(matches(path), path).toBe(true)
    for (const path of ['/_next/static/chunks/a.js', '/favicon.svg', '/logo-dark.svg'])
      expect(matches(path), path).toBe(false)
  })
})

describe('the policy of pages', () => {
  it('is another for each answer, and the page knows its nonce', () => {
    const nonces = [ask('/jobs'), ask('/jobs')].map((response) => {
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(response.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
    expect(atob(nonces[0] ?? '')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('runs no script that is not ours and sends no form elsewhere', () => {
    const policy = contentSecurityPolicy({
      nonce: 'n',
      isDevelopment: false,
      payAt: ['https://pay.test'],
    })
    const rules = new Map(
      policy.split('; ').map((rule): [string, string[]] => {
        const [name = '', ...values] = rule.split(' ')
        return [name, values]
      }),
    )
    expect(rules.get('default-src')).toEqual(["'self'"])
    expect(rules.get('script-src')).toEqual(["'self'", "'nonce-n'", "'strict-dynamic'"])
    expect(rules.get('object-src')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'self'"])
    expect(rules.get('form-action')).toEqual(["'self'", 'https://pay.test'])
    expect(rules.get('frame-ancestors')).toEqual(["'self'"])
    expect(policy).not.toContain('unsafe-eval')
    expect(rules.get('script-src')).not.toContain("'unsafe-inline'")
  })

  it('is stricter for data', () => {
    expect(ask('/api/users').headers.get('content-security-policy')).toBe(dataSecurityPolicy)
    expect(dataSecurityPolicy).toContain("default-src 'none'")
  })

  it('demands https only where the installation has it', async () => {
    expect(ask('/jobs').headers.get('strict-transport-security')).toBeNull()
    const secure = await load({ ADMIN_URL: 'https://admin.test' })
    const response = secure.proxy(
      new NextRequest('https://admin.test/jobs', { headers: { host: 'admin.test' } }),
    )
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
    Object.assign(process.env, settings)
  })
})

describe('every answer', () => {
  it('carries the headers that do not depend on it', async () => {
    const config = typeof nextConfig === 'function' ? null : nextConfig
    const rules = await config?.headers?.()
    const everywhere = rules?.find(({ source }) => source === '/:path*')?.headers ?? []
    const headers = Object.fromEntries(everywhere.map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    expect(headers['Permissions-Policy']).toContain('camera=()')
    expect(config?.poweredByHeader).toBe(false)
    expect(config?.images?.unoptimized).toBe(true)
  })
})

describe('a redirect after signing in', () => {
  it.each([
    '//evil.test',
    '/\\evil.test',
    '/%2f%2fevil.test',
    '%2f%2fevil.test',
    'https:evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    '\\\\evil.test',
    '/\t/evil.test',
    ' //evil.test',
    'evil.test',
  ])('leads to a page of ours, not to %j', (redirectTo) => {
    const target = getSafeRedirect({ redirectTo, fallbackTo: '/admin', allowAbsoluteUrls: false })
    expect(new URL(target, 'http://admin.test:3000').origin).toBe('http://admin.test:3000')
  })

  it('leads where it should', () => {
    expect(getSafeRedirect({ redirectTo: '/admin/collections/users', fallbackTo: '/admin' })).toBe(
      '/admin/collections/users',
    )
  })
})

describe('a path of the API', () => {
  it.each([
    '/api/users',
    '/api/media/file/Zoë%20logo.png',
    '/api/commands/place-candidate',
    '/api/',
  ])('is plain: %s', (path) => {
    expect(isPlainPath(path)).toBe(true)
  })

  it.each([
    '/api/..%2fetc',
    '/api/%2e%2e/x',
    '/api/users/%00',
    '/api/users/%',
    '/api/%E0%A4%A',
    '/api/a%5cb',
    '/api/%E2%80%AE',
    '/api/__proto__',
    '/api/constructor',
    '/api/toString',
    '/api/users/%0d%0aX-Evil',
  ])('is not plain: %s', (path) => {
    expect(isPlainPath(path)).toBe(false)
  })
})

describe('a query', () => {
  it.each([
    '?limit=1&depth=0&sort=-name&where[or][0][name][equals]=a',
    '',
    '?q=a%20b',
    '?where={"a":{"equals":1}}',
  ])('is taken: %s', (search) => {
    expect(judgeSearch(search)).toBeNull()
  })

  it.each([
    '?limit[a]=1',
    '?limit=1&limit=2',
    '?a[__proto__][x]=1',
    '?a.constructor.x=1',
    '?prototype=1',
    '?a=%00',
    '?where={',
    '?where=[]',
    '?data=x',
    `?a=${'x'.repeat(16_001)}`,
  ])('is refused: %.40s', (search) => {
    expect(judgeSearch(search)).not.toBeNull()
  })
})

describe('JSON', () => {
  it.each(['{}', '{"a":[{"b":null}]}', '{"a":"\\ud83e\\udd8a"}', '{"a":"[[[[{{{{"}'])(
    'is taken: %s',
    (text) => {
      expect(judgeJson(text)).toBeNull()
    },
  )

  it.each([
    '',
    'null',
    '[]',
    '1',
    '{',
    '{"__proto__":1}',
    '{"a":{"constructor":1}}',
    '{"a":1e400}',
    '{"a":"\\u0000"}',
    '{"a":"\\udead"}',
    `{"a":${'['.repeat(101)}${']'.repeat(101)}}`,
  ])('is refused: %.40s', (text) => {
    expect(judgeJson(text)).not.toBeNull()
  })
})
