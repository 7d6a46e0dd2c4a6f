import { describe, expect, it } from 'vitest'

import { isFresh, readIncomingHeaders } from './incoming-headers'

const good = {
  'webhook-id': 'msg_00000001',
  'webhook-timestamp': '1795000000',
  'webhook-signature': 'v1,abc= v2,def= v1,ghi=',
}

const read = (change: Record<string, string | null>) =>
  readIncomingHeaders((name) => new Map(Object.entries({ ...good, ...change })).get(name) ?? null)

describe('the headers of a message', () => {
  it('give id, time and the signatures of the scheme we know', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        deliveryId: 'msg_00000001',
        timestamp: '1795000000',
        signatures: ['v1,abc=', 'v1,ghi='],
      },
    })
  })

  it.each([
    ['no id', { 'webhook-id': null }, 'header-missing', 'webhook-id.'],
    ['no time', { 'webhook-timestamp': null }, 'header-missing', 'webhook-timestamp.'],
    ['no signature', { 'webhook-signature': null }, 'header-missing', 'webhook-signature.'],
    ['a short id', { 'webhook-id': '1' }, 'header-malformed', 'webhook-id'],
    ['an id with words', { 'webhook-id': 'ann@example.com' }, 'header-malformed', 'webhook-id'],
    ['a long id', { 'webhook-id': 'x'.repeat(65) }, 'header-malformed', 'webhook-id'],
    ['a time in words', { 'webhook-timestamp': 'now' }, 'header-malformed', 'webhook-timestamp'],
    ['a negative time', { 'webhook-timestamp': '-1' }, 'header-malformed', 'webhook-timestamp'],
    ['another scheme', { 'webhook-signature': 'v9,x' }, 'header-malformed', 'webhook-signature'],
    [
      'signatures without end',
      { 'webhook-signature': 'v1,x '.repeat(6) },
      'header-malformed',
      'webhook-signature',
    ],
  ])('are refused with a remedy: %s', (_what, change, code, word) => {
    const result = read(change)
    expect(result).toMatchObject({ ok: false, failure: { code } })
    expect(result.ok ? '' : result.failure.message).toContain(word)
  })
})

it('takes a message of the last five minutes, and of clocks that are five minutes ahead', () => {
  const fresh = (timestamp: string) => isFresh({ timestamp, nowSeconds: 10_000 })
  expect(['9700', '10000', '10300'].map(fresh)).toEqual([true, true, true])
  expect(['9699', '10301', '0', '999999999999'].map(fresh)).toEqual([false, false, false, false])
})
