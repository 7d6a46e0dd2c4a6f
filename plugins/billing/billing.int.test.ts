import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  inOwnTransaction,
  requestFor,
  runCommand,
  runWorker,
  sqlOutside,
  wholeNumber,
  type Worker,
} from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { bookPayment } from '#plugins/payments'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  agedReceivables,
  allocatePayment,
  creditInvoice,
  draftFeeInvoice,
  draftInvoice,
  draftInvoiceFromTime,
  invoiceForClient,
  invoiceList,
  invoicesOfClient,
  issueInvoice,
  paymentsLeft,
  recordPayment,
  sendInvoice,
  unbilledTime,
  voidDraftInvoice,
} from './index'

const week = '2026-03-02'
const through = '2026-03-08'

let app: TestApp
let worker: Worker
let legalEntityId: string
let ownerId: string
let made = 0

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  const req = await app.systemRequest()
  const entity = await app.payload.create({
    collection: 'legal-entities',
    data: {
      name: 'Harbour & Hale Sp. z o.o.',
      taxId: 'PL8567346215',
      email: 'faktury@agency.test',
      currency: 'EUR',
      invoicePrefix: 'HH',
      paymentTermsDays: 14,
      taxRateBp: 2_300,
      bankName: 'Bank Łódzki',
      iban: 'PL61109010140000071219812874',
      bic: 'WBKPPLPP',
      zone: 'Europe/Warsaw',
      workweekStartsOn: 1,
      ruleSet: 'none',
      address: { line1: 'ul. Zażółć 7', postalCode: '90-001', city: 'Łódź', country: 'PL' },
    },
    req,
    overrideAccess: true,
  })
  legalEntityId = entity.id
  const owner = await app.payload.create({
    collection: 'users',
    data: {
      name: 'Olga Nowak',
      email: 'olga@agency.test',
      password: 'a long enough password of tests',
      zone: 'Europe/Warsaw',
      locale: 'en-GB',
    },
    req,
    overrideAccess: true,
  })
  ownerId = owner.id
  worker = await runWorker({ payload: app.payload, databaseUrl: app.databaseUrl, pollSeconds: 0.2 })
})

afterAll(async () => {
  await worker.stop()
  await app.stop()
})

describe('a draft', () => {
  it('is reckoned by the rules of tax: per category, half away from zero', async () => {
    const { invoiceId } = await drafted({
      lines: [1, 2, 3].map((n) => ({
        description: `Day ${n}`,
        quantityE4: 10_000,
        priceE4: 100_300,
        taxRateBp: 1_900,
      })),
    })
    expect(await invoiceRow(invoiceId)).toMatchObject({
      state: 'draft',
      number: null,
      net_minor: 3_009,
      tax_minor: 572,
      gross_minor: 3_581,
    })
  })

  it('names the fields that are wrong', async () => {
    const refused = await runCommand({
      command: draftInvoice,
      req: await billing(),
      input: {
        clientId: (await newClient()).clientId,
        legalEntityId,
        currency: 'EUR',
        lines: [{ description: ' ', quantityE4: 0, priceE4: -1 }],
      },
    })
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        kind: 'input',
        fields: {
          'lines.0.description': 'Write what is charged.',
          'lines.0.quantityE4': 'Enter a quantity above zero.',
          'lines.0.priceE4': 'A price cannot be negative.',
        },
      },
    })
  })

  it('refuses a line that nobody could reckon exactly', async () => {
    const { clientId } = await newClient()
    expect(
      await runCommand({
        command: draftInvoice,
        req: await billing(),
        input: {
          clientId,
          legalEntityId,
          currency: 'EUR',
          lines: [{ description: 'Moon', quantityE4: 1e12, priceE4: 1e13 }],
        },
      }),
    ).toMatchObject({
      ok: false,
      failure: { kind: 'input', fields: { 'lines.0.quantityE4': expect.any(String) } },
    })
  })

  it('is not issued with a character that its paper cannot show', async () => {
    const { invoiceId } = await drafted({
      lines: [{ description: 'Launch 🚀', quantityE4: 10_000, priceE4: 1_000_000, taxRateBp: 0 }],
    })
    expect(
      await runCommand({ command: issueInvoice, req: await billing(), input: { invoiceId } }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'cannot-be-printed', message: expect.stringContaining('U+1F680') },
    })
  })

  it('is made by billing and by nobody else', async () => {
    const input = { invoiceId: (await drafted({})).invoiceId }
    for (const role of ['recruiter', 'payroll', 'sales'])
      expect(
        await runCommand({ command: issueInvoice, req: await app.staffRequest({ role }), input }),
      ).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })
})

describe('an issued invoice', () => {
  it('carries the seller and buyer of its day, whatever is changed later', async () => {
    const { clientId, invoiceId } = await issued({})
    await app.payload.update({
      collection: 'client-corporations',
      id: clientId,
      data: { name: 'Renamed later' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const shown = await invoiceForClient({ req: await billing(), invoiceId })
    expect(shown).toMatchObject({
      ok: true,
      value: {
        seller: {
          name: 'Harbour & Hale Sp. z o.o.',
          lines: expect.arrayContaining(['90-001 Łódź', 'Tax id PL8567346215']),
        },
        buyer: { name: expect.stringContaining('Klient Zażółć') },
        isOpen: true,
        openMinor: 12_300,
      },
    })
  })

  it('is due by the terms of its client, counted from its day', async () => {
    const { clientId } = await newClient({ paymentTermsDays: 30 })
    const { issueOn, dueOn } = await issued({ clientId })
    const days = (Date.parse(dueOn) - Date.parse(issueOn)) / 86_400_000
    expect(days).toBe(30)
  })

  it.each([
    `update invoices set gross_minor = gross_minor + 1, net_minor = net_minor + 1 where id = $1`,
    `update invoices set number = 'HH-2026-999999' where id = $1`,
    `update invoices set issue_on = '2020-01-01' where id = $1`,
    `update invoices set buyer = '{}' where id = $1`,
    `update invoices set state = 'draft', number = null where id = $1`,
    `update invoices set state = 'draft' where id = $1`,
    `update invoices set paid_minor = gross_minor + 1 where id = $1`,
    'delete from invoices where id = $1',
    `update invoice_lines set net_minor = 1 where invoice_id = $1`,
    `update invoice_lines set description = 'x' where invoice_id = $1`,
    'delete from invoice_lines where invoice_id = $1',
    `insert into invoice_lines (id, invoice_id, position, description, unit, rate_e4, ratio_num,
      ratio_den, net_minor, tax_rate_bp, tax_category)
      values (uuid_v7(), $1, 9, 'x', 'piece', 1, 1, 1, 1, 0, 'O')`,
  ])('is not changed by anybody: %s', async (text) => {
    const { invoiceId } = await issued({})
    await expect(sqlOutside(app.payload).run({ text, values: [invoiceId] })).rejects.toMatchObject({
      code: '23514',
    })
  })

  it('loses no line to another invoice', async () => {
    const { invoiceId } = await issued({})
    const { invoiceId: draftId } = await drafted({})
    await expect(
      sqlOutside(app.payload).run({
        text: 'update invoice_lines set invoice_id = $2 where invoice_id = $1',
        values: [invoiceId, draftId],
      }),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      sqlOutside(app.payload).run({
        text: 'update invoice_lines set invoice_id = $2 where invoice_id = $1',
        values: [draftId, invoiceId],
      }),
    ).rejects.toMatchObject({ code: '23514' })
  })

  it('is not emptied with its table', async () => {
    for (const table of ['invoices', 'invoice_lines', 'allocations'])
      await expect(
        sqlOutside(app.payload).run({ text: `truncate ${table} cascade` }),
      ).rejects.toMatchObject({ code: '23514' })
  })

  it('is printed once after the commit, with every letter, and its hash is kept', async () => {
    const { invoiceId, number } = await issued({})
    const { documentId, documentHash } = await printed(invoiceId)
    const document = await app.payload.findByID({
      collection: 'documents',
      id: documentId,
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const { staticDir = '' } = app.payload.collections.documents.config.upload
    const bytes = await readFile(path.join(staticDir, document.filename ?? ''))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(documentHash)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    })
    for (const words of [number, 'ul. Zażółć 7', '90-001 Łódź', 'Bank Łódzki', '€123.00'])
      expect(text).toContain(words)
    await expect(
      sqlOutside(app.payload).run({
        text: `update invoices set document_hash = 'x' where id = $1`,
        values: [invoiceId],
      }),
    ).rejects.toMatchObject({ code: '23514' })
  })

  it('of a client without an e-mail says so, and is sent once there is one', async () => {
    const { clientId } = await newClient({ billingEmail: null })
    const { invoiceId, isMailed } = await issued({ clientId })
    expect(isMailed).toBe(false)
    expect((await issued({})).isMailed).toBe(true)
    await printed(invoiceId)
    const send = async () =>
      await runCommand({ command: sendInvoice, req: await billing(), input: { invoiceId } })
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'no-recipient' } })
    await app.payload.update({
      collection: 'client-corporations',
      id: clientId,
      data: { billingEmail: 'found@client.test' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect(await send()).toMatchObject({ ok: true })
    await expect
      .poll(
        async () =>
          await sqlOutside(app.payload).rows({
            schema: z.object({ to: z.string() }),
            text: 'select "to" from outbound_mails where subject_id = $1',
            values: [invoiceId],
          }),
        { timeout: 20_000 },
      )
      .toEqual([{ to: 'found@client.test' }])
  })

  it('is credited by its exact negative, once', async () => {
    const { invoiceId } = await issued({})
    const input = { invoiceId, reason: 'The rate was wrong' }
    const results = await Promise.all(
      Array.from(
        { length: 4 },
        async () => await runCommand({ command: creditInvoice, req: await billing(), input }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const rows = await sqlOutside(app.payload).rows({
      schema: amountRow,
      text: `select state, kind, net_minor, tax_minor, gross_minor from invoices
        where id = $1 or credit_of_id = $1 order by credit_of_id nulls first`,
      values: [invoiceId],
    })
    expect(rows).toMatchObject([
      { kind: 'invoice', state: 'credited' },
      { kind: 'credit-note', state: 'issued' },
    ])
    for (const amount of ['net_minor', 'tax_minor', 'gross_minor'] as const)
      expect(rows.reduce((sum, row) => sum + row[amount], 0)).toBe(0)
    const lines = await sqlOutside(app.payload).first({
      schema: z.object({ net: wholeNumber, count: wholeNumber }),
      text: `select sum(l.net_minor) as net, count(*) as count from invoice_lines l
        join invoices i on i.id = l.invoice_id where i.id = $1 or i.credit_of_id = $1`,
      values: [invoiceId],
    })
    expect(lines).toEqual({ net: 0, count: 2 })
  })
})

describe('payments', () => {
  it('in parts settle an invoice, in any order of parallel clerks', async () => {
    const { invoiceId } = await issued({})
    const parts = [1_000, 2_300, 4_000, 5_000]
    const results = await Promise.all(
      parts.map(async (amountMinor) => await pay({ invoiceId, amountMinor })),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await invoiceRow(invoiceId)).toMatchObject({ state: 'paid', paid_minor: 12_300 })
    expect(await pay({ invoiceId, amountMinor: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'not-open' },
    })
  })

  it('beyond an invoice stay with the payer, for another one', async () => {
    const { clientId, invoiceId } = await issued({})
    expect(await pay({ invoiceId, amountMinor: 15_000 })).toMatchObject({
      ok: false,
      failure: { fields: { isSurplusKept: expect.any(String) } },
    })
    const paid = await pay({ invoiceId, amountMinor: 15_000, isSurplusKept: true })
    expect(paid).toMatchObject({
      ok: true,
      value: { allocatedMinor: 12_300, unallocatedMinor: 2_700 },
    })
    const paymentId = paid.ok ? paid.value.paymentId : ''
    const left = await paymentsLeft({ req: await billing() })
    expect(left.ok && left.value.find((row) => row.paymentId === paymentId)).toMatchObject({
      leftMinor: 2_700,
    })
    const { invoiceId: secondId } = await issued({ clientId })
    const input = { paymentId, invoiceId: secondId }
    expect(
      await runCommand({ command: allocatePayment, req: await billing(), input }),
    ).toMatchObject({ ok: true, value: { allocatedMinor: 2_700, unallocatedMinor: 0 } })
    expect(
      await runCommand({ command: allocatePayment, req: await billing(), input }),
    ).toMatchObject({ ok: false, failure: { code: 'nothing-to-allocate' } })
    const { invoiceId: strangerId } = await issued({})
    expect(
      await runCommand({
        command: allocatePayment,
        req: await billing(),
        input: { paymentId, invoiceId: strangerId },
      }),
    ).toMatchObject({ ok: false, failure: { code: 'other-client' } })
  })

  it('that name an invoice settle it by the reaction, once', async () => {
    const { clientId, invoiceId } = await issued({})
    await inTransaction(
      async (req) =>
        await bookPayment({
          req,
          payment: {
            provider: 'other',
            amount: { amountMinor: 12_300, currency: 'EUR' },
            subject: { kind: 'invoice', id: invoiceId },
            clientId,
            isLive: true,
          },
          to: 'succeeded',
        }),
    )
    await expect
      .poll(async () => await invoiceRow(invoiceId), { timeout: 20_000 })
      .toMatchObject({ state: 'paid', paid_minor: 12_300 })
  })

  it('of a paid invoice are free again when it is credited, and pay the corrected one', async () => {
    const { clientId, invoiceId } = await issued({})
    const paid = await pay({ invoiceId, amountMinor: 12_300 })
    const paymentId = paid.ok ? paid.value.paymentId : ''
    expect(await invoiceRow(invoiceId)).toMatchObject({ state: 'paid' })
    const input = { invoiceId, reason: 'Wrong rate', internalNote: 'Clerk mixed up two clients' }
    expect(await runCommand({ command: creditInvoice, req: await billing(), input })).toMatchObject(
      {
        ok: true,
      },
    )
    expect(await invoiceRow(invoiceId)).toMatchObject({ state: 'credited', paid_minor: 0 })
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({ reason: z.string().nullable(), note: z.string().nullable() }),
      text: `select p.values ->> '$reason' as reason, n.note from domain_events e
        join domain_event_personal p on p.event_id = e.id join invoices n on n.credit_of_id = $1
        where e.name = 'invoice.credited' and e.subject_id = $1::text`,
      values: [invoiceId],
    })
    expect(told).toEqual([{ reason: 'Clerk mixed up two clients', note: 'Wrong rate' }])
    const { invoiceId: correctedId } = await issued({ clientId })
    expect(
      await runCommand({
        command: allocatePayment,
        req: await billing(),
        input: { paymentId, invoiceId: correctedId },
      }),
    ).toMatchObject({ ok: true, value: { allocatedMinor: 12_300 } })
    expect(await invoiceRow(correctedId)).toMatchObject({ state: 'paid' })
  })

  it('are free again when their invoice is credited', async () => {
    const { invoiceId } = await issued({})
    const paid = await pay({ invoiceId, amountMinor: 5_000 })
    await runCommand({
      command: creditInvoice,
      req: await billing(),
      input: { invoiceId, reason: 'Wrong client' },
    })
    const left = await paymentsLeft({ req: await billing() })
    const paymentId = paid.ok ? paid.value.paymentId : ''
    expect(left.ok && left.value.find((row) => row.paymentId === paymentId)).toMatchObject({
      leftMinor: 5_000,
    })
    expect(await invoiceRow(invoiceId)).toMatchObject({ state: 'credited', paid_minor: 0 })
  })

  it('never settle more than they brought, even by hand', async () => {
    const { clientId, invoiceId } = await issued({})
    const { invoiceId: otherId } = await issued({ clientId })
    const paid = await pay({ invoiceId, amountMinor: 12_300 })
    await expect(
      sqlOutside(app.payload).run({
        text: `insert into allocations (id, payment_id, invoice_id, amount_minor)
          values (uuid_v7(), $1, $2, 1)`,
        values: [paid.ok ? paid.value.paymentId : '', otherId],
      }),
    ).rejects.toMatchObject({ code: '23514' })
  })

  it('are not of a day to come, nor beyond belief', async () => {
    const { invoiceId } = await issued({})
    const record = async (input: { amountMinor: number; receivedOn: string }) =>
      await runCommand({
        command: recordPayment,
        req: await billing(),
        input: { invoiceId, isSurplusKept: true, ...input },
      })
    expect(await record({ amountMinor: 100, receivedOn: '9999-01-01' })).toMatchObject({
      ok: false,
      failure: { fields: { receivedOn: expect.any(String) } },
    })
    expect(await record({ amountMinor: 9e15, receivedOn: '2026-03-10' })).toMatchObject({
      ok: false,
      failure: { fields: { amountMinor: 'This amount is too large.' } },
    })
  })

  it('need an amount and a day', async () => {
    const { invoiceId } = await issued({})
    const refused = await runCommand({
      command: recordPayment,
      req: await billing(),
      input: { invoiceId, amountMinor: 0, receivedOn: '2026-02-30' },
    })
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        fields: {
          amountMinor: 'Enter an amount above zero.',
          receivedOn: 'Write the day as YYYY-MM-DD.',
        },
      },
    })
  })
})

describe('approved hours', () => {
  it('drafted eight times at once are on exactly one live invoice', async () => {
    const placement = await newPlacement()
    await newBillLines({ placement, count: 12 })
    const results = await Promise.all(
      Array.from({ length: 8 }, async () => await draftTime(placement.clientId)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results)
      if (!result.ok) expect(result.failure.code).toBe('nothing-to-bill')
    const held = await sqlOutside(app.payload).first({
      schema: z.object({ claims: wholeNumber, lines: wholeNumber, invoices: wholeNumber }),
      text: `select count(*) as claims, count(distinct c.bill_line_id) as lines,
          count(distinct c.invoice_id) as invoices
        from invoice_claims c join bill_lines b on b.id = c.bill_line_id
        where b.placement_id = $1 and c.released_at is null`,
      values: [placement.placementId],
    })
    expect(held).toEqual({ claims: 12, lines: 12, invoices: 1 })
  })

  it('become lines that say who worked when, at what rate', async () => {
    const placement = await newPlacement()
    await newBillLines({ placement, count: 1, earnCode: 'REG', minutes: 2_400 })
    await newBillLines({
      placement,
      count: 1,
      earnCode: 'OT',
      minutes: 125,
      ratio: { num: 3, den: 2 },
      amountMinor: 13_281,
    })
    const draft = await draftTime(placement.clientId)
    const invoiceId = draft.ok ? draft.value.invoiceId : ''
    const lines = await sqlOutside(app.payload).rows({
      schema: z.object({
        description: z.string(),
        detail: z.string(),
        quantity_minutes: wholeNumber,
        net_minor: wholeNumber,
      }),
      text: `select description, detail, quantity_minutes, net_minor from invoice_lines
        where invoice_id = $1 order by net_minor desc`,
      values: [invoiceId],
    })
    expect(lines).toEqual([
      {
        description: 'Magazynier · Regular hours',
        detail: expect.stringMatching(/^Zoë Łęcka\d* · week of March 2, 2026$/),
        quantity_minutes: 2_400,
        net_minor: 170_000,
      },
      {
        description: 'Magazynier · Overtime hours',
        detail: expect.any(String),
        quantity_minutes: 125,
        net_minor: 13_281,
      },
    ])
    expect(await invoiceRow(invoiceId)).toMatchObject({
      net_minor: 183_281,
      tax_minor: 42_155,
      gross_minor: 225_436,
    })
  })

  it('of a week that is not over stay for the next invoice', async () => {
    const placement = await newPlacement()
    await newBillLines({ placement, count: 1 })
    expect(await draftTime(placement.clientId, '2026-03-07')).toMatchObject({
      ok: false,
      failure: { code: 'nothing-to-bill' },
    })
    expect(await draftTime(placement.clientId, through)).toMatchObject({ ok: true })
  })

  it('are free again when the draft is dropped, and when the invoice is credited', async () => {
    const placement = await newPlacement()
    await newBillLines({ placement, count: 3 })
    const first = await draftTime(placement.clientId)
    const dropped = first.ok ? first.value.invoiceId : ''
    expect(
      await runCommand({
        command: voidDraftInvoice,
        req: await billing(),
        input: { invoiceId: dropped },
      }),
    ).toMatchObject({ ok: true })
    const second = await draftTime(placement.clientId)
    const credited = second.ok ? second.value.invoiceId : ''
    await issue(credited)
    await runCommand({
      command: creditInvoice,
      req: await billing(),
      input: { invoiceId: credited, reason: 'Wrong purchase order' },
    })
    const open = await unbilledTime({ req: await billing() })
    expect(
      open.ok && open.value.find(({ clientId }) => clientId === placement.clientId),
    ).toMatchObject({ minutes: 3 * 480, sheets: 1 })
    expect(await draftTime(placement.clientId)).toMatchObject({ ok: true })
  })

  it('that were taken back net off, and what comes to nothing is no invoice', async () => {
    const placement = await newPlacement()
    await newBillLines({ placement, count: 1, minutes: 480, amountMinor: 34_000 })
    await newBillLines({ placement, count: 1, minutes: -480, amountMinor: -34_000 })
    expect(await draftTime(placement.clientId)).toMatchObject({
      ok: false,
      failure: { code: 'nothing-to-bill' },
    })
    await newBillLines({ placement, count: 1, minutes: 420, amountMinor: 29_750 })
    const draft = await draftTime(placement.clientId)
    expect(draft.ok && (await invoiceRow(draft.value.invoiceId))).toMatchObject({
      net_minor: 29_750,
    })
  })
})

describe('hours that changed', () => {
  it('while they were on a draft keep it from being issued', async () => {
    const placement = await newPlacement()
    const [lineId = ''] = await newBillLines({ placement, count: 1 })
    const draft = await draftTime(placement.clientId)
    const invoiceId = draft.ok ? draft.value.invoiceId : ''
    await newBillLines({
      placement,
      count: 1,
      minutes: -480,
      amountMinor: -34_000,
      reversalOf: lineId,
    })
    await newBillLines({ placement, count: 1, minutes: 420, amountMinor: 29_750 })
    const input = { invoiceId }
    expect(await runCommand({ command: issueInvoice, req: await billing(), input })).toMatchObject({
      ok: false,
      failure: { code: 'hours-changed' },
    })
    await runCommand({ command: voidDraftInvoice, req: await billing(), input })
    const again = await draftTime(placement.clientId)
    expect(again.ok && (await issue(again.value.invoiceId))).toMatchObject({ isMailed: true })
  })

  it('to less after the invoice are given back by a credit note that names it', async () => {
    const placement = await newPlacement()
    const [lineId = ''] = await newBillLines({ placement, count: 1 })
    const draft = await draftTime(placement.clientId)
    const { number } = await issue(draft.ok ? draft.value.invoiceId : '')
    await newBillLines({
      placement,
      count: 1,
      minutes: -480,
      amountMinor: -34_000,
      reversalOf: lineId,
    })
    const correction = await draftTime(placement.clientId)
    expect(correction).toMatchObject({
      ok: true,
      value: { grossMinor: -41_820, drafts: [{ kind: 'credit-note' }] },
    })
    const noteId = correction.ok ? correction.value.invoiceId : ''
    const issuedNote = await issue(noteId)
    expect(issuedNote.number).toMatch(/^HH-CN-/)
    const note = await invoiceForClient({ req: await billing(), invoiceId: noteId })
    expect(note).toMatchObject({
      ok: true,
      value: { kind: 'credit-note', isOpen: false, note: `Corrects ${number}.` },
    })
    await printed(noteId)
    expect(await draftTime(placement.clientId)).toMatchObject({
      ok: false,
      failure: { code: 'nothing-to-bill' },
    })
  })

  it('in several currencies are on a draft for each, or only in the one that was asked for', async () => {
    const both = await newPlacement()
    await newBillLines({ placement: both, count: 1 })
    await newBillLines({ placement: both, count: 1, currency: 'GBP' })
    const drafts = await draftTime(both.clientId)
    expect(drafts).toMatchObject({
      ok: true,
      value: { drafts: [{ currency: 'EUR' }, { currency: 'GBP' }] },
    })
    const one = await newPlacement()
    await newBillLines({ placement: one, count: 1 })
    await newBillLines({ placement: one, count: 1, currency: 'GBP' })
    const only = await runCommand({
      command: draftInvoiceFromTime,
      req: await billing(),
      input: { clientId: one.clientId, legalEntityId, throughOn: through, currency: 'GBP' },
    })
    expect(only.ok && only.value.drafts).toMatchObject([{ currency: 'GBP' }])
  })

  it('under the terms of two purchase orders name each on its line', async () => {
    const placement = await newPlacement({ purchaseOrder: 'PO-A' })
    await newBillLines({ placement, count: 1 })
    const second = await newPlacement({ purchaseOrder: 'PO-B', clientId: placement.clientId })
    await newBillLines({ placement: second, count: 1 })
    const draft = await draftTime(placement.clientId)
    const lines = await sqlOutside(app.payload).rows({
      schema: z.object({ detail: z.string() }),
      text: 'select detail from invoice_lines where invoice_id = $1 order by detail',
      values: [draft.ok ? draft.value.invoiceId : ''],
    })
    expect(lines.map(({ detail }) => detail.split(' · ').at(-1)).sort()).toEqual([
      'PO PO-A',
      'PO PO-B',
    ])
  })

  it('are taxed by the rate of their week, not of the day of the invoice', async () => {
    const placement = await newPlacement()
    await app.payload.update({
      collection: 'client-corporations',
      id: placement.clientId,
      data: { taxRateBp: 1_900, taxRateFromOn: '2026-03-09', taxRateBeforeBp: 1_600 },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    await newBillLines({ placement, count: 1 })
    const draft = await draftTime(placement.clientId)
    expect(draft.ok && (await invoiceRow(draft.value.invoiceId))).toMatchObject({
      net_minor: 34_000,
      tax_minor: 5_440,
    })
  })
})

describe('the fee of a permanent placement', () => {
  it('is invoiced once, and again after a credit', async () => {
    const placement = await newPlacement({ employmentType: 'permanent', feeMinor: 1_230_000 })
    const input = { placementId: placement.placementId }
    expect(
      await runCommand({ command: draftFeeInvoice, req: await billing(), input }),
    ).toMatchObject({ ok: false, failure: { code: 'placement-not-confirmed' } })
    await sqlOutside(app.payload).run({
      text: `update placements set state = 'confirmed' where id = $1`,
      values: [placement.placementId],
    })
    const results = await Promise.all(
      Array.from(
        { length: 6 },
        async () => await runCommand({ command: draftFeeInvoice, req: await billing(), input }),
      ),
    )
    const drafts = results.flatMap((result) => (result.ok ? [result.value] : []))
    expect(drafts).toMatchObject([{ grossMinor: 1_512_900 }])
    for (const result of results)
      if (!result.ok) expect(result.failure.code).toBe('fee-already-invoiced')
    const invoiceId = drafts[0]?.invoiceId ?? ''
    await issue(invoiceId)
    await runCommand({
      command: creditInvoice,
      req: await billing(),
      input: { invoiceId, reason: 'Fee agreed anew' },
    })
    expect(
      await runCommand({ command: draftFeeInvoice, req: await billing(), input }),
    ).toMatchObject({ ok: true })
  })

  it('is not invoiced when there is none', async () => {
    const placement = await newPlacement()
    await sqlOutside(app.payload).run({
      text: `update placements set state = 'confirmed' where id = $1`,
      values: [placement.placementId],
    })
    expect(
      await runCommand({
        command: draftFeeInvoice,
        req: await billing(),
        input: { placementId: placement.placementId },
      }),
    ).toMatchObject({ ok: false, failure: { code: 'no-fee' } })
  })
})

describe('what is seen', () => {
  it('by a client is its own issued invoices, without a word of pay or margin', async () => {
    const own = await issued({})
    const { invoiceId: draftId } = await drafted({ clientId: own.clientId })
    const stranger = await issued({})
    const client = await portal(own.clientId)
    const list = await invoicesOfClient({ req: client })
    expect(list.ok && list.value.map(({ invoiceId }) => invoiceId)).toEqual([own.invoiceId])
    expect(await invoiceForClient({ req: client, invoiceId: own.invoiceId })).toMatchObject({
      ok: true,
    })
    const missing = await invoiceForClient({
      req: client,
      invoiceId: '0190a000-0000-7000-8000-00000000dead',
    })
    for (const invoiceId of [draftId, stranger.invoiceId, 'x'])
      expect(await invoiceForClient({ req: client, invoiceId })).toEqual(missing)
    const shown = JSON.stringify(
      await invoiceForClient({ req: client, invoiceId: own.invoiceId }),
    ).toLowerCase()
    for (const word of ['payrate', 'margin', 'salary', 'cost']) expect(shown).not.toContain(word)
  })

  it('by the link of an invoice is that invoice and no other', async () => {
    const [own, other] = [await issued({}), await issued({})]
    const req = await as({
      kind: 'link',
      id: '0190a000-0000-7000-8000-000000000002',
      purpose: 'invoice.pay',
      subject: { kind: 'invoice', id: own.invoiceId },
      person: null,
    })
    expect(await invoiceForClient({ req, invoiceId: own.invoiceId })).toMatchObject({ ok: true })
    expect(await invoiceForClient({ req, invoiceId: other.invoiceId })).toMatchObject({
      ok: false,
      failure: { kind: 'missing' },
    })
  })

  it('by staff without the right is nothing', async () => {
    const req = await app.staffRequest({ role: 'recruiter' })
    for (const refused of [
      await invoiceList({ req }),
      await agedReceivables({ req, asOf: '2026-03-08' }),
      await unbilledTime({ req }),
      await paymentsLeft({ req }),
    ])
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })

  it('as receivables is what was open on a day, by days past due', async () => {
    const { clientId, dueOn, invoiceId, issueOn } = await issued({})
    await pay({ invoiceId, amountMinor: 2_300 })
    const rowsOn = async (asOf: string) => {
      const aged = await agedReceivables({ req: await billing(), asOf })
      return aged.ok ? (aged.value.clients.find((c) => c.clientId === clientId)?.rows ?? []) : null
    }
    expect(await rowsOn(issueOn)).toMatchObject([
      { currency: 'EUR', totalMinor: 10_000, current: 10_000 },
    ])
    expect(await rowsOn(dayAfter(dueOn, 1))).toMatchObject([{ '1-30': 10_000, current: 0 }])
    expect(await rowsOn(dayAfter(dueOn, 100))).toMatchObject([{ '90+': 10_000 }])
    expect(await rowsOn('2020-01-01')).toEqual([])
    await runCommand({
      command: creditInvoice,
      req: await billing(),
      input: { invoiceId, reason: 'Agreed with the client' },
    })
    expect(await rowsOn(dayAfter(dueOn, 1))).toEqual([])
  })
})

const amountRow = z.object({
  state: z.string(),
  kind: z.string(),
  net_minor: wholeNumber,
  tax_minor: wholeNumber,
  gross_minor: wholeNumber,
})

const billing = async (): Promise<PayloadRequest> => await app.staffRequest({ role: 'billing' })

const as = async (actor: Actor): Promise<PayloadRequest> =>
  await requestFor({ payload: app.payload, actor })

const portal = async (clientId: string): Promise<PayloadRequest> =>
  await as({
    kind: 'portal',
    id: '0190a000-0000-7000-8000-000000000003',
    email: 'client@client.test',
    candidateId: null,
    contactId: '0190a000-0000-7000-8000-000000000004',
    clientId,
    zone: 'UTC',
    locale: 'en',
  })

const inTransaction = async <Value>(
  run: (req: PayloadRequest) => Promise<Value>,
): Promise<Value> => {
  const req = await app.systemRequest()
  return await inOwnTransaction({ req, run: async () => await run(req) })
}

const newClient = async ({
  paymentTermsDays,
  billingEmail = 'ap@client.test',
}: {
  paymentTermsDays?: number
  billingEmail?: string | null
} = {}) => {
  const client = await app.payload.create({
    collection: 'client-corporations',
    data: {
      name: `Klient Zażółć ${(made += 1)}`,
      currency: 'EUR',
      status: 'active',
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
      billingEmail,
      billingAddress: { line1: 'Main St 1', city: 'Dublin', country: 'IE' },
      ...(paymentTermsDays === undefined ? {} : { paymentTermsDays }),
    },
    req: await app.systemRequest(),
    overrideAccess: true,
  })
  return { clientId: client.id }
}

const oneLine = [
  { description: 'Opłata', quantityE4: 10_000, priceE4: 1_000_000, taxRateBp: 2_300 },
]

const drafted = async ({
  clientId,
  lines = oneLine,
}: {
  clientId?: string
  lines?: typeof oneLine
}) => {
  const client = clientId ?? (await newClient()).clientId
  const draft = await runCommand({
    command: draftInvoice,
    req: await billing(),
    input: { clientId: client, legalEntityId, currency: 'EUR', lines },
  })
  if (!draft.ok) throw new Error(draft.failure.message)
  return { clientId: client, invoiceId: draft.value.invoiceId }
}

const issue = async (invoiceId: string) => {
  const done = await runCommand({
    command: issueInvoice,
    req: await billing(),
    input: { invoiceId },
  })
  if (!done.ok) throw new Error(done.failure.message)
  return done.value
}

const issued = async ({ clientId }: { clientId?: string }) => {
  const draft = await drafted(clientId === undefined ? {} : { clientId })
  return { ...draft, ...(await issue(draft.invoiceId)) }
}

const pay = async ({
  invoiceId,
  amountMinor,
  isSurplusKept = false,
}: {
  invoiceId: string
  amountMinor: number
  isSurplusKept?: boolean
}) =>
  await runCommand({
    command: recordPayment,
    req: await billing(),
    input: {
      invoiceId,
      amountMinor,
      receivedOn: '2026-03-10',
      reference: 'Transfer',
      isSurplusKept,
    },
  })

const invoiceRow = async (invoiceId: string) =>
  await sqlOutside(app.payload).first({
    schema: amountRow.extend({ number: z.string().nullable(), paid_minor: wholeNumber }),
    text: `select state, kind, number, net_minor, tax_minor, gross_minor, paid_minor
      from invoices where id = $1`,
    values: [invoiceId],
  })

const printed = async (
  invoiceId: string,
): Promise<{ documentId: string; documentHash: string }> => {
  const read = async () =>
    await sqlOutside(app.payload).first({
      schema: z.object({ document_id: z.string(), document_hash: z.string() }),
      text: `select document_id, document_hash from invoices
        where id = $1 and document_id is not null`,
      values: [invoiceId],
    })
  await expect.poll(read, { timeout: 40_000, interval: 250 }).not.toBeNull()
  const row = await read()
  return { documentId: row?.document_id ?? '', documentHash: row?.document_hash ?? '' }
}

const draftTime = async (clientId: string, throughOn = through) =>
  await runCommand({
    command: draftInvoiceFromTime,
    req: await billing(),
    input: { clientId, legalEntityId, throughOn },
  })

/** A placement with everything it stands on. */
const newPlacement = async ({
  employmentType = 'temp',
  feeMinor = null,
  purchaseOrder = null,
  clientId: knownClientId,
}: {
  employmentType?: 'temp' | 'permanent'
  feeMinor?: number | null
  purchaseOrder?: string | null
  clientId?: string
} = {}) => {
  const clientId = knownClientId ?? (await newClient()).clientId
  made += 1
  const req = await app.systemRequest()
  const common = { req, overrideAccess: true, depth: 0 } as const
  const candidate = await app.payload.create({
    collection: 'candidates',
    data: {
      state: 'new',
      firstName: 'Zoë',
      lastName: `Łęcka${made}`,
      email: `zoe${made}@people.test`,
      currency: 'EUR',
      zone: 'Europe/Warsaw',
      locale: 'en',
    },
    ...common,
  })
  const order = await app.payload.create({
    collection: 'job-orders',
    data: {
      state: 'intake',
      title: 'Magazynier',
      client: clientId,
      owner: ownerId,
      employmentType,
      openingsCount: 1,
      currency: 'EUR',
      screeningKind: 'none',
    },
    ...common,
  })
  const opening = await app.payload.create({
    collection: 'openings',
    data: { state: 'open', jobOrder: order.id, number: 1 },
    ...common,
  })
  const submission = await app.payload.create({
    collection: 'submissions',
    data: {
      state: 'new',
      jobOrder: order.id,
      candidate: candidate.id,
      client: clientId,
      source: 'staff',
    },
    ...common,
  })
  const placement = await app.payload.create({
    collection: 'placements',
    data: {
      state: 'pending',
      title: 'Magazynier',
      jobOrder: order.id,
      opening: opening.id,
      submission: submission.id,
      candidate: candidate.id,
      client: clientId,
      legalEntity: legalEntityId,
      employmentType,
      startsOn: '2026-01-05',
    },
    ...common,
  })
  await app.payload.create({
    collection: 'placement-terms',
    data: {
      placement: placement.id,
      version: 1,
      effectiveFromOn: '2026-01-05',
      currency: 'EUR',
      payRateE4: 250_000,
      billRateE4: 425_000,
      feeMinor,
      purchaseOrder,
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
      ruleSet: 'none',
      workweekStartsOn: 1,
    },
    ...common,
  })
  const timesheet = await app.payload.create({
    collection: 'timesheets',
    data: {
      state: 'draft',
      placement: placement.id,
      candidate: candidate.id,
      client: clientId,
      legalEntity: legalEntityId,
      weekStartsOn: week,
      weekEndsOn: through,
      workedMinutes: 0,
      revision: 0,
    },
    ...common,
  })
  return {
    clientId,
    candidateId: candidate.id,
    placementId: placement.id,
    timesheetId: timesheet.id,
  }
}

const newBillLines = async ({
  placement,
  count,
  earnCode = 'REG',
  minutes = 480,
  ratio = { num: 1, den: 1 },
  amountMinor = Math.round((minutes * 4_250) / 60),
  currency = 'EUR',
  reversalOf = null,
}: {
  placement: Awaited<ReturnType<typeof newPlacement>>
  count: number
  earnCode?: string
  minutes?: number
  ratio?: { num: number; den: number }
  amountMinor?: number
  currency?: string
  reversalOf?: string | null
}): Promise<string[]> => {
  const req = await app.systemRequest()
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await app.payload.create({
      collection: 'bill-lines',
      data: {
        placement: placement.placementId,
        timesheet: placement.timesheetId,
        candidate: placement.candidateId,
        client: placement.clientId,
        legalEntity: legalEntityId,
        weekStartsOn: week,
        earnCode,
        minutes,
        rateE4: 425_000,
        ratioNum: ratio.num,
        ratioDen: ratio.den,
        amountMinor,
        currency,
        reversalOf,
        ruleSet: 'none',
        ruleSetVersion: 1,
        lineKey: `line-${(made += 1)}`,
        evaluation: `evaluation-${made}`,
        position: made,
        trace: [],
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    ids.push(id)
  }
  return ids
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
