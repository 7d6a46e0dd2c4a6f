import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { runCommand, sqlOutside, wholeNumber } from '#plugins/kernel'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { creditInvoice, draftInvoice, issueInvoice } from './index'

const workers = 16
const perWorker = 10

let app: TestApp
let clientId: string

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  const req = await app.systemRequest()
  const client = await app.payload.create({
    collection: 'client-corporations',
    data: {
      name: 'Northwind Logistics',
      currency: 'EUR',
      status: 'active',
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
    },
    req,
    overrideAccess: true,
  })
  clientId = client.id
})

afterAll(async () => {
  await app.stop()
})

describe('numbers of invoices', () => {
  it('have no gap, no double and the order of time, whatever fails in between', {
    timeout: 600_000,
  }, async () => {
    const legalEntityId = await newEntity('HH')
    const drafts = await newDrafts({ legalEntityId, count: workers * perWorker })
    const given = Array.from({ length: workers }, (_, worker) =>
      drafts.slice(worker * perWorker, (worker + 1) * perWorker),
    )
    const outcomes = await Promise.all(
      given.map(async (own) => {
        const results: ('issued' | 'failed')[] = []
        for (const [index, invoiceId] of own.entries())
          results.push(await issueOrFail({ invoiceId, fails: index % 5 === 3 }))
        return results
      }),
    )
    const issued = outcomes.flat().filter((outcome) => outcome === 'issued')
    expect(issued).toHaveLength(workers * (perWorker - perWorker / 5))

    const rows = await numbersOf(legalEntityId)
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: issued.length }, (_, index) => index + 1),
    )
    expect(rows[0]?.number).toMatch(/^HH-\d{4}-000001$/)
    const days = rows.map(({ issue_on }) => issue_on)
    expect(days).toEqual(days.toSorted())
    const moments = rows.map(({ issued_at }) => issued_at)
    expect(moments).toEqual(moments.toSorted())
  })

  it('are a series of their own per legal entity and kind of document', async () => {
    const [first, second] = [await newEntity('INV'), await newEntity('EUR')]
    const issue = async (legalEntityId: string) => {
      const [invoiceId] = await newDrafts({ legalEntityId, count: 1 })
      const issued = await runCommand({
        command: issueInvoice,
        req: await app.staffRequest({ role: 'billing' }),
        input: { invoiceId: invoiceId ?? '' },
      })
      if (!issued.ok) throw new Error(issued.failure.message)
      return issued.value
    }
    const [one, other, next] = [await issue(first), await issue(second), await issue(first)]
    expect(one.number.replace(/^INV/, 'EUR')).toBe(other.number)
    expect(next.number.endsWith('000002')).toBe(true)
    const credited = await runCommand({
      command: creditInvoice,
      req: await app.staffRequest({ role: 'billing' }),
      input: { invoiceId: one.invoiceId, reason: 'Sent to the wrong department' },
    })
    expect(credited).toMatchObject({
      ok: true,
      value: { number: expect.stringMatching(/^INV-CN-\d{4}-000001$/) },
    })
  })

  it('never go back in time, even when the clock does', async () => {
    const legalEntityId = await newEntity('CLK')
    const drafts = await newDrafts({ legalEntityId, count: 2 })
    await issueOrFail({ invoiceId: drafts[0] ?? '', fails: false })
    const year = new Date().getUTCFullYear()
    await sqlOutside(app.payload).run({
      text: 'update invoice_series set last_issue_on = $2 where legal_entity_id = $1',
      values: [legalEntityId, `${year}-12-31`],
    })
    await issueOrFail({ invoiceId: drafts[1] ?? '', fails: false })
    const rows = await numbersOf(legalEntityId)
    expect(rows[1]?.issue_on).toBe(`${year}-12-31`)
  })

  it('are given once to a draft that is issued eight times at once', async () => {
    const legalEntityId = await newEntity('ONE')
    const [invoiceId = ''] = await newDrafts({ legalEntityId, count: 1 })
    const results = await Promise.all(
      Array.from(
        { length: 8 },
        async () =>
          await runCommand({
            command: issueInvoice,
            req: await app.staffRequest({ role: 'billing' }),
            input: { invoiceId },
          }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(result.failure.code).toBe('already-issued')
    expect(await numbersOf(legalEntityId)).toHaveLength(1)
  })
})

const newEntity = async (invoicePrefix: string): Promise<string> => {
  const entity = await app.payload.create({
    collection: 'legal-entities',
    data: {
      name: `Harbour & Hale ${invoicePrefix}`,
      currency: 'EUR',
      invoicePrefix,
      paymentTermsDays: 14,
      zone: 'Europe/Dublin',
      workweekStartsOn: 1,
      ruleSet: 'none',
    },
    req: await app.systemRequest(),
    overrideAccess: true,
  })
  return entity.id
}

/** One draft by its command, and copies of it in one statement. */
const newDrafts = async ({
  legalEntityId,
  count,
}: {
  legalEntityId: string
  count: number
}): Promise<string[]> => {
  const draft = await runCommand({
    command: draftInvoice,
    req: await app.staffRequest({ role: 'billing' }),
    input: {
      clientId,
      legalEntityId,
      currency: 'EUR',
      lines: [
        { description: 'Retainer', quantityE4: 10_000, priceE4: 1_000_000, taxRateBp: 1_900 },
      ],
    },
  })
  if (!draft.ok) throw new Error(draft.failure.message)
  const { invoiceId } = draft.value
  const copies = await sqlOutside(app.payload).rows({
    schema: z.object({ id: z.string() }),
    text: `with copies as (
        insert into invoices (id, state, kind, client_id, legal_entity_id, currency, net_minor,
          tax_minor, gross_minor, paid_minor, terms_days, taxes)
        select uuid_v7(), state, kind, client_id, legal_entity_id, currency, net_minor, tax_minor,
          gross_minor, paid_minor, terms_days, taxes
        from invoices, generate_series(2, $2::integer) where id = $1 returning id),
      lines as (
        insert into invoice_lines (id, invoice_id, position, description, unit, quantity_e4, rate_e4,
          ratio_num, ratio_den, net_minor, tax_rate_bp, tax_category)
        select uuid_v7(), copies.id, position, description, unit, quantity_e4, rate_e4, ratio_num,
          ratio_den, net_minor, tax_rate_bp, tax_category
        from invoice_lines, copies where invoice_id = $1)
      select id from copies`,
    values: [invoiceId, count],
  })
  return [invoiceId, ...copies.map(({ id }) => id)]
}

/** Issues a draft; an injected failure strikes after the number was taken, before the commit. */
const issueOrFail = async ({
  invoiceId,
  fails,
}: {
  invoiceId: string
  fails: boolean
}): Promise<'issued' | 'failed'> => {
  const call = runCommand({
    command: issueInvoice,
    req: await app.staffRequest({ role: 'billing' }),
    input: { invoiceId },
    beforeCommit: async () => {
      if (fails) throw new Error('The disk is full.')
    },
  })
  if (fails) {
    await expect(call).rejects.toThrow('The disk is full.')
    return 'failed'
  }
  const issued = await call
  if (!issued.ok) throw new Error(issued.failure.message)
  return 'issued'
}

const numbersOf = async (legalEntityId: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({
      number: z.string(),
      sequence: wholeNumber,
      issue_on: z.string(),
      issued_at: z.date().transform((date) => date.toISOString()),
    }),
    text: `select number, right(number, 6)::integer as sequence, issue_on, issued_at from invoices
      where legal_entity_id = $1 and kind = 'invoice' and number is not null order by sequence`,
    values: [legalEntityId],
  })
