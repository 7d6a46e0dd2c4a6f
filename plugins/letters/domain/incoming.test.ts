import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  isAutomatic,
  mailIdInAddress,
  ownMailIdsIn,
  readableText,
  referencesIn,
  replyAddress,
  withoutQuote,
} from './incoming'

const id = '0190a000-0000-7000-8000-00000000abcd'

describe('a mail that a program wrote', () => {
  it.each([
    ['auto-submitted', 'auto-replied', true],
    ['auto-submitted', 'no', false],
    ['precedence', 'bulk', true],
    ['list-id', '<news.example.com>', true],
    ['return-path', '<>', true],
    ['return-path', '<ana@example.com>', false],
    ['subject', 'Auto-Submitted', false],
  ] as const)('is told by %s: %s (%s)', (key, value, automatic) => {
    expect(isAutomatic({ headers: [{ key, value }], from: 'ana@example.com' })).toBe(automatic)
  })

  it.each([
    ['MAILER-DAEMON@example.com', true],
    ['no-reply@example.com', true],
    ['noreply+7@example.com', true],
    ['nora@example.com', false],
    [null, false],
  ] as const)('is told by its sender %s (%s)', (from, automatic) => {
    expect(isAutomatic({ headers: [], from })).toBe(automatic)
  })
})

describe('what a mail answers', () => {
  it('is read from both headers, each once, and ours are known by our host', () => {
    const references = referencesIn({
      references: `<first@x.test>\r\n <${id}@www.agency.test>`,
      inReplyTo: `<${id}@www.agency.test>`,
    })
    expect(references).toEqual(['<first@x.test>', `<${id}@www.agency.test>`])
    expect(ownMailIdsIn({ references, host: 'WWW.agency.test' })).toEqual([id])
    expect(ownMailIdsIn({ references, host: 'agency.test' })).toEqual([])
  })

  it('is read from the address it came to, and from no other mailbox’s', () => {
    const mailbox = 'answers@agency.test'
    const address = replyAddress(mailbox).replace('{id}', id.replaceAll('-', ''))
    expect(mailIdInAddress({ addresses: ['x@y.test', address.toUpperCase()], mailbox })).toBe(id)
    expect(mailIdInAddress({ addresses: [address], mailbox: 'other@agency.test' })).toBeNull()
    expect(mailIdInAddress({ addresses: ['answers+1@agency.test'], mailbox })).toBeNull()
  })
})

describe('the words of a mail', () => {
  it('are free of what breaks a database, and no longer than they may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = readableText({ text, most: 50 })
        expect(read.length).toBeLessThanOrEqual(50)
        expect(read.isWellFormed()).toBe(true)
        expect(/[^\P{Cc}\n\t]/u.test(read)).toBe(false)
      }),
    )
  })

  it.each([
    ['Yes.\n\nOn Monday Maya wrote:\n> Free?\n> Maya\n', 'Yes.'],
    ['Yes.\n> Free?', 'Yes.'],
    ['> Free?\nYes.', '> Free?\nYes.'],
    ['> only a quote', '> only a quote'],
    ['Nothing quoted', 'Nothing quoted'],
  ])('%j are told from what they answer: %j', (text, own) => {
    expect(withoutQuote(text).own).toBe(own)
  })
})
