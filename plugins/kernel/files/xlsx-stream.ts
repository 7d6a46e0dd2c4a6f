import { crc32, createDeflateRaw } from 'node:zlib'

/**
 * A workbook with one sheet (ECMA-376), written while its rows come: nothing of it is held but the row at
 * hand. Every cell is text or a number, never a formula, whatever it begins with.
 */
export async function* xlsxOf({
  sheetName,
  rows,
}: {
  sheetName: string
  rows: AsyncIterable<readonly (readonly (string | null)[])[]>
}): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let offset = 0
  const parts: { name: string; texts: AsyncIterable<string> | readonly string[] }[] = [
    ...fixedParts(sheetName),
    { name: 'xl/worksheets/sheet1.xml', texts: sheetTexts(rows) },
  ]
  for (const { name, texts } of parts) {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset }
    for await (const bytes of entryBytes({ entry, texts })) {
      offset += bytes.length
      yield bytes
    }
    entries.push(entry)
  }
  yield directoryOf({ entries, offset })
}

type Entry = { name: Buffer; crc: number; packed: number; size: number; offset: number }

/** Sizes follow the bytes (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
/** 1980-01-01, the first day the format knows. */
const dosDate = 0x0021

async function* entryBytes({
  entry,
  texts,
}: {
  entry: Entry
  texts: AsyncIterable<string> | readonly string[]
}): AsyncGenerator<Buffer> {
  yield Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x03, 0x04]),
    shorts(20, flags, deflated, 0, dosDate),
    longs(0, 0, 0),
    shorts(entry.name.length, 0),
    entry.name,
  ])
  const deflate = createDeflateRaw()
  const fed = feed({ deflate, entry, texts })
  // Whoever reads the stream sees the fault; without this it would end the process first.
  fed.catch((error: unknown) => deflate.destroy(error instanceof Error ? error : undefined))
  for await (const chunk of deflate) {
    if (!(chunk instanceof Buffer)) throw new Error('A part was packed as text.')
    entry.packed += chunk.length
    yield chunk
  }
  await fed
  yield Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x07, 0x08]),
    longs(entry.crc, entry.packed, entry.size),
  ])
}

const feed = async ({
  deflate,
  entry,
  texts,
}: {
  deflate: ReturnType<typeof createDeflateRaw>
  entry: Entry
  texts: AsyncIterable<string> | readonly string[]
}): Promise<void> => {
  for await (const text of texts) {
    const bytes = Buffer.from(text)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    if (!deflate.write(bytes))
      await new Promise<void>((resolve) => {
        const go = () => {
          deflate.off('drain', go)
          deflate.off('close', go)
          resolve()
        }
        deflate.on('drain', go)
        deflate.on('close', go)
      })
  }
  deflate.end()
}

const directoryOf = ({
  entries,
  offset,
}: {
  entries: readonly Entry[]
  offset: number
}): Buffer => {
  const central = Buffer.concat(
    entries.flatMap(({ name, crc, packed, size, offset: at }) => [
      Buffer.from([0x50, 0x4b, 0x01, 0x02]),
      shorts(20, 20, flags, deflated, 0, dosDate),
      longs(crc, packed, size),
      shorts(name.length, 0, 0, 0, 0),
      longs(0, at),
      name,
    ]),
  )
  return Buffer.concat([
    central,
    Buffer.from([0x50, 0x4b, 0x05, 0x06]),
    shorts(0, 0, entries.length, entries.length),
    longs(central.length, offset),
    shorts(0),
  ])
}

const shorts = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2)
  return buffer
}

const longs = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4)
  return buffer
}

/** What a cell of a spreadsheet holds at most. */
const longestCell = 32_767
/** A row more than a sheet has; what comes after it would make the workbook unreadable. */
export const mostSheetRows = 1_048_576

async function* sheetTexts(
  rows: AsyncIterable<readonly (readonly (string | null)[])[]>,
): AsyncGenerator<string> {
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  for await (const some of rows)
    yield some.map((row) => `<row>${row.map(cellOf).join('')}</row>`).join('')
  yield '</sheetData></worksheet>'
}

/** Figures as figures, as long as a spreadsheet keeps all their digits; else text. */
const cellOf = (value: string | null): string => {
  if (value === null || value === '') return '<c/>'
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(value) && value.length <= 16
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, longestCell))}</t></is></c>`
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** XML 1.0 has no sign for most control characters, nor for half a pair. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const fixedParts = (sheetName: string): { name: string; texts: readonly string[] }[] => [
  {
    name: '[Content_Types].xml',
    texts: [
      `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
  },
  {
    name: '_rels/.rels',
    texts: [
      `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/workbook.xml',
    texts: [
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName.replaceAll(/[[\]*?/\\:]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    texts: [
      `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
  },
]
