import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { InvoicePaper, InvoicePaperLine } from './invoice-paper'
import { renderInvoicePdf } from './invoice-pdf'

const line = (changes: Partial<InvoicePaperLine> = {}): InvoicePaperLine => ({
  description: 'Warehouse operative',
  detail: 'Katarzyna Żółć · week of March 2, 2026 · regular time',
  quantity: { minutes: 2235 },
  rateE4: 425_000,
  net: { amountMinor: 158_313, currency: 'EUR' },
  ...changes,
})

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const })

const invoice = (changes: Partial<InvoicePaper> = {}): InvoicePaper => ({
  kind: 'invoice',
  number: 'INV-2026-000123',
  locale: 'en-IE',
  size: 'A4',
  createdAt: '2026-03-16T09:00:00.000Z',
  issuedOn: '2026-03-16',
  dueOn: '2026-04-15',
  servicePeriod: { from: '2026-03-02', to: '2026-03-08' },
  seller: {
    name: 'Bridgeport Staffing GmbH',
    lines: ['Hauptstraße 1', '10115 Berlin', 'VAT DE123'],
  },
  buyer: { name: 'Zakłady Łódź sp. z o.o.', lines: ['ul. Zażółć 7', '90-001 Łódź', 'ТОВ Київ'] },
  references: [{ label: 'Purchase order', value: 'PO-7781' }],
  lines: [
    line(),
    line({
      detail: 'overtime',
      quantity: { minutes: 120 },
      ratio: { num: 3, den: 2 },
      net: eur(12_750),
    }),
    line({
      description: 'Safety boots',
      quantity: { units: 2 },
      rateE4: 500_000,
      net: eur(10_000),
    }),
  ],
  taxes: [{ label: 'VAT', basisPoints: 1900, net: eur(181_063), tax: eur(34_402) }],
  net: eur(181_063),
  tax: eur(34_402),
  gross: eur(215_465),
  paid: eur(15_465),
  due: eur(200_000),
  bank: {
    accountName: 'Bridgeport Staffing GmbH',
    bankName: 'Spreebank',
    lines: [{ label: 'IBAN', value: 'DE02 1203 0000 0000 2020 51' }],
  },
  paymentUrl: `https://pay.example.com/i/${'k7Qx'.repeat(20)}`,
  notes: ['Thank you for working with us.'],
  ...changes,
})

const read = async (bytes: Uint8Array) => {
  const document = await getDocumentProxy(bytes)
  const { text, totalPages } = await extractText(document, { mergePages: false })
  const { info } = await getMeta(document)
  return { pages: text.map((page) => page.replaceAll(/\s+/g, ' ')), totalPages, info }
}

describe('the invoice as PDF', () => {
  it('says everything, in letters of every alphabet', async () => {
    const { pages, totalPages, info } = await read(await renderInvoicePdf(invoice()))
    expect(totalPages).toBe(1)
    expect(info).toMatchObject({ Title: 'Invoice INV-2026-000123' })
    for (const phrase of [
      'INV-2026-000123',
      '16 March 2026',
      '15 April 2026',
      '2 March 2026 – 8 March 2026',
      'Zakłady Łódź sp. z o.o.',
      'ul. Zażółć 7',
      'ТОВ Київ',
      'Katarzyna Żółć',
      'PO-7781',
      '37:15',
      '€42.50 × 1.5',
      '€1,583.13',
      'VAT 19% on €1,810.63',
      '€344.02',
      '€2,154.65',
      '€154.65',
      '€2,000.00',
      'DE02 1203 0000 0000 2020 51',
      'Thank you for working with us.',
      'Page 1 of 1',
    ]) {
      expect(pages[0]).toContain(phrase)
    }
    expect(pages[0]?.replaceAll(' ', '')).toContain(
      `https://pay.example.com/i/${'k7Qx'.repeat(20)}`,
    )
  })

  it('repeats the head of the table and numbers the pages of a long invoice', async () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      line({ description: `Shift ${index + 1}` }),
    )
    const { pages, totalPages } = await read(await renderInvoicePdf(invoice({ lines })))
    expect(totalPages).toBeGreaterThan(5)
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${totalPages}`)
    })
    for (const page of pages.slice(0, -1)) expect(page).toContain('Hours / qty')
    const all = pages.join(' ')
    for (let index = 1; index <= 200; index += 1) expect(all).toContain(`Shift ${index} `)
  }, 60_000)

  it('shows a credit note without asking for money', async () => {
    const { pages } = await read(
      await renderInvoicePdf(
        invoice({
          kind: 'credit-note',
          number: 'CN-2026-000004',
          corrects: 'INV-2026-000123',
          dueOn: null,
          paid: eur(0),
          due: eur(-215_465),
        }),
      ),
    )
    expect(pages[0]).toContain('Credit note')
    expect(pages[0]).toContain('Corrects invoice INV-2026-000123')
    expect(pages[0]).toContain('-€2,154.65')
    expect(pages[0]).not.toContain('Pay online')
    expect(pages[0]).not.toContain('IBAN')
  })

  it('shows text as text, whatever it contains', async () => {
    const nasty = '<script>alert(1)</script> {{7*7}} =SUM(A1)'
    const { pages } = await read(
      await renderInvoicePdf(invoice({ lines: [line({ description: nasty })] })),
    )
    expect(pages[0]).toContain(nasty)
  })

  it.each([
    ['Polish', 'Zażółć gęślą jaźń'],
    ['Greek', 'Ελληνικά ΑΕ'],
    ['Cyrillic', 'ТОВ Київські Їжаки'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['Japanese', '株式会社テスト 髙﨑'],
    ['Korean', '한국 주식회사'],
    ['Chinese', '广东贸易有限公司'],
    ['Chinese of Taiwan', '臺灣體育'],
    ['Thai', 'บริษัท'],
    ['Armenian and Georgian', 'Հայերեն ქართული'],
    ['several at once', 'Łódź 東京 テスト 서울 กรุงเทพ'],
  ])('prints the letters of a name in %s', async (_, name) => {
    const { pages } = await read(
      await renderInvoicePdf(invoice({ buyer: { name, lines: [name] }, notes: [name] })),
    )
    expect(pages[0]?.normalize('NFC')).toContain(name)
  })

  it.each([
    // Told in the order they are drawn: the short i stands before its letter, Arabic from the right.
    ['Hindi', 'हिन्दी'],
    ['Hebrew', 'חברה'],
    ['Arabic', 'شركة'],
  ])('draws the letters of a name in %s, each of them', async (_, name) => {
    const { pages } = await read(await renderInvoicePdf(invoice({ notes: [name] })))
    const shown = (pages[0] ?? '').normalize('NFKC')
    for (const letter of name) expect(shown).toContain(letter)
  })

  it('prints combined marks composed, and nothing that turns or hides letters', async () => {
    const { pages } = await read(
      await renderInvoicePdf(
        invoice({ notes: ['Cafe\u0301 \u202eevil\u202c bell\u0007 \u200bend'] }),
      ),
    )
    expect(pages[0]).toContain('Café evil bell end')
  })

  it('refuses a character that no font has instead of printing another', async () => {
    await expect(renderInvoicePdf(invoice({ notes: ['To the moon 🚀'] }))).rejects.toThrow(
      'No font has “🚀” (U+1F680).',
    )
  })

  it('gives the same bytes for the same paper', async () => {
    const [first, second] = [await renderInvoicePdf(invoice()), await renderInvoicePdf(invoice())]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})
