import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loggedPath, routeClassOf } from './route-class'

const id = '0190a000-0000-7000-8000-000000000001'

describe('the class of an address', () => {
  it.each([
    ['/api/commands/place-candidate', 'api-command'],
    ['/api/documents/file/0f.pdf', 'api-file'],
    ['/api/webhooks/stripe', 'api-webhook'],
    ['/api/incoming/in_0f', 'api-webhook'],
    ['/api/live', 'api-live'],
    ['/api/health', 'api-probe'],
    ['/api/metrics', 'api-probe'],
    ['/api/candidates', 'api'],
    ['/api', 'api'],
    ['/admin', 'admin'],
    ['/admin/collections/candidates', 'admin'],
    ['/administration', 'site'],
    ['/portal/offers/1', 'portal'],
    ['/l/abc', 'link'],
    ['/_next/static/x.js', 'asset'],
    ['/favicon.svg', 'asset'],
    ['/', 'site'],
    ['/jobs/welder', 'site'],
  ])('%s is %s', (path, routeClass) => {
    expect(routeClassOf(path)).toBe(routeClass)
  })
})

describe('a path in the log', () => {
  it.each([
    ['/', '/'],
    [`/admin/collections/candidates/${id}`, `/admin/collections/candidates/${id}`],
    ['/api/openapi.json', '/api/openapi.json'],
    ['/api/commands/place-candidate', '/api/commands/place-candidate'],
    ['/l/abcdefghijklmno', '/l/:value'],
    ['/portal/reset/abcdefghijkl', '/portal/reset/:value'],
    ['/api/documents/file/jane-doe.pdf', '/api/documents/file/:value'],
    ['/api/candidates/jane@doe.example', '/api/candidates/:value'],
    ['/jobs/welder-for-jane-doe', '/jobs/:value'],
  ])('%s is kept as %s', (path, kept) => {
    expect(loggedPath(path)).toBe(kept)
  })

  it('holds no capital letter, digit or sign of a name, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        for (const segment of loggedPath(path).split('/'))
          expect(segment).toMatch(/^(:value|[a-z_.-]{0,40}|[0-9a-f-]{36})$/)
      }),
    )
  })
})
