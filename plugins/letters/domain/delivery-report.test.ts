import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bounceIn, deliveryReports } from './delivery-report'

const report = (lines: readonly string[]): string =>
  [
    'Reporting-MTA: dns; mx.example.com',
    'Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000',
    '',
    ...lines,
  ].join('\r\n')

describe('a report of a mail server', () => {
  it('names the recipient, what was done and why, over folded lines', () => {
    const [one, ...others] = deliveryReports(
      report([
        'Final-Recipient: rfc822; <Gone@Example.com>',
        'Action: failed',
        'Status: 5.1.1 (bad destination)',
        'Diagnostic-Code: smtp; 550 5.1.1 User',
        '  unknown',
      ]),
    )
    expect(others).toEqual([])
    expect(one).toEqual({
      recipient: 'gone@example.com',
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 User unknown',
    })
    expect(one && bounceIn(one)).toBe('hard')
  })

  it.each([
    ['failed', '5.2.2', 'Mailbox full', 'soft'],
    ['failed', '5.7.1', 'Spam', 'soft'],
    ['failed', '4.4.7', 'Expired', 'soft'],
    ['failed', null, 'No such user', 'hard'],
    ['delayed', '4.4.1', 'Will try on', null],
    ['delivered', '2.0.0', null, null],
    ['relayed', '2.0.0', null, null],
  ] as const)('%s %s “%s” is %s', (action, status, diagnostic, kind) => {
    expect(bounceIn({ recipient: 'a@b.test', action, status, diagnostic })).toBe(kind)
  })

  it('may tell of several recipients, and is never more than a few', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      [`Original-Recipient: rfc822;p${at}@b.test`, 'Action: failed', 'Status: 5.1.1', ''].join(
        '\n',
      ),
    ).join('\n')
    expect(deliveryReports(many).length).toBe(20)
  })

  it('that is nonsense says nothing and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        for (const one of deliveryReports(text)) expect(one.recipient).toContain('@')
      }),
      { numRuns: 200 },
    )
  })
})
