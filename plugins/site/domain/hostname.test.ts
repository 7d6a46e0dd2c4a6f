import { describe, expect, it } from 'vitest'

import { hostnameFrom } from './hostname'

describe('the host of a request', () => {
  it.each([
    ['localhost:3000', 'localhost'],
    ['Harbour.Localhost', 'harbour.localhost'],
    ['jobs.example.com:443', 'jobs.example.com'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%s is the hostname %s', (header, expected) => {
    expect(hostnameFrom(header)).toBe(expected)
  })

  it.each([
    'evil.test/../a.test',
    'a.test/..',
    '..',
    '.a.test',
    'a..test',
    '-a.test',
    'a-.test',
    'a b.test',
    'a.test:',
    'a.test:999999',
    'a.test\u0000',
    'user@a.test',
    '[::1]',
    '',
    `${'a'.repeat(64)}.test`,
    `${'a.'.repeat(130)}test`,
  ])('refuses %j', (header) => {
    expect(hostnameFrom(header)).toBeNull()
  })

  it('refuses a missing host', () => {
    expect(hostnameFrom(undefined)).toBeNull()
  })
})
