import { expect, it } from 'vitest'

import {
  incomingApplication,
  incomingNote,
  incomingOrderRequest,
  incomingPurposes,
} from './incoming-messages'

it('takes the example that the admin is shown for each purpose', () => {
  expect(incomingOrderRequest.parse(incomingPurposes['order-request'].example)).toMatchObject({
    payFrom: 215_000,
    payTo: 240_000,
  })
  expect(incomingApplication.safeParse(incomingPurposes.application.example).success).toBe(true)
  expect(incomingNote.safeParse(incomingPurposes.note.example).success).toBe(true)
})

it.each([
  ['21.5', 215_000],
  [21.5, 215_000],
  ['0.0001', 1],
  ['999999.9999', 9_999_999_999],
])('reads the rate %s without loss', (payFrom, rate) => {
  const read = incomingOrderRequest.shape.payFrom.parse(payFrom)
  expect(read).toBe(rate)
})

it.each(['-1', '1e3', '21.12345', '1,5', '', Number.NaN])('refuses the rate %s', (payFrom) => {
  expect(incomingOrderRequest.shape.payFrom.safeParse(payFrom).success).toBe(false)
})

it('names fields that it does not know', () => {
  const result = incomingNote.safeParse({ ...incomingPurposes.note.example, author: 'me' })
  expect(result.error?.issues[0]?.message).toContain('author')
})

it('takes no application without the agreement of the person', () => {
  expect(
    incomingApplication.safeParse({
      ...incomingPurposes.application.example,
      agreesToApplication: false,
    }).success,
  ).toBe(false)
})
