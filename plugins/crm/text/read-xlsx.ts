import { createInflateRaw } from 'node:zlib'
import { SaxesParser, type SaxesTagPlain } from 'saxes'

import { isPacked, packedBytes, readZipDirectory, type ZipEntry } from './zip-directory'
import { DocumentRefused } from './refusal'
import { TableRefused } from './table-refused'

/** What the parts of a workbook may unpack to; a million rows of twenty cells are less. */
const mostUnpacked = 1_500_000_000
const mostRatio = 400
/** Texts that cells share are held in memory. */
const mostSharedSigns = 60_000_000

/**
 * The records of the first sheet of a workbook (ECMA-376), some at a time: texts as they are shown,
 * days and moments as ISO, results of formulas as the workbook keeps them. Nothing is computed.
 */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<string[][]> {
  const entries = directoryOf(bytes)
  const sheet = await firstSheet({ bytes, entries })
  const shared = await sharedTexts({ bytes, entries })
  const style = await dayStyles({ bytes, entries })
  const rows: string[][] = []
  const parser = sheetParser({ shared, style, onRow: (row) => rows.push(row) })
  for await (const text of partTexts({ bytes, entry: sheet })) {
    parse({ parser, text })
    if (rows.length > 0) yield rows.splice(0)
  }
  if (rows.length > 0) yield rows
}

const directoryOf = (bytes: Buffer): ZipEntry[] => {
  try {
    return readZipDirectory(bytes, { mostUnpacked, mostRatio })
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error
    throw new TableRefused(
      error.refusal.code === 'encrypted' || error.refusal.code === 'too-large'
        ? error.refusal.code
        : 'unreadable',
    )
  }
}

type Parts = { bytes: Buffer; entries: readonly ZipEntry[] }

const partOf = ({ entries, name }: { entries: readonly ZipEntry[]; name: string }) =>
  entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) ?? null

/** The sheet that stands first in the book, whatever its part is called. */
const firstSheet = async ({ bytes, entries }: Parts): Promise<ZipEntry> => {
  const book = partOf({ entries, name: 'xl/workbook.xml' })
  const links = partOf({ entries, name: 'xl/_rels/workbook.xml.rels' })
  let id: string | null = null
  if (book)
    await readPart({
      bytes,
      entry: book,
      onOpen: ({ name, attributes }) => {
        if (
          local(name) === 'sheet' &&
          attributes.state !== 'hidden' &&
          attributes.state !== 'veryHidden'
        )
          id ??= attributes['r:id'] ?? null
      },
    })
  let target: string | null = null
  if (links)
    await readPart({
      bytes,
      entry: links,
      onOpen: ({ name, attributes }) => {
        if (local(name) === 'Relationship' && attributes.Id === id)
          target = attributes.Target ?? null
      },
    })
  const path = target === null ? 'xl/worksheets/sheet1.xml' : partPath(target)
  const sheet = partOf({ entries, name: path })
  if (!sheet) throw new TableRefused('unreadable')
  return sheet
}

const partPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target}`

const sharedTexts = async ({ bytes, entries }: Parts): Promise<readonly string[]> => {
  const entry = partOf({ entries, name: 'xl/sharedStrings.xml' })
  if (!entry) return []
  const texts: string[] = []
  let signs = 0
  let text = ''
  // Furigana stand in `rPh`: how a word is read, not what it says.
  let isReading = false
  let isText = false
  await readPart({
    bytes,
    entry,
    onOpen: ({ name }) => {
      if (local(name) === 'si') text = ''
      if (local(name) === 'rPh') isReading = true
      isText = local(name) === 't' && !isReading
    },
    onText: (piece) => {
      if (isText) text += piece
    },
    onClose: (name) => {
      if (local(name) === 'rPh') isReading = false
      if (local(name) === 't') isText = false
      if (local(name) !== 'si') return
      signs += text.length
      if (signs > mostSharedSigns) throw new TableRefused('too-large')
      texts.push(text)
    },
  })
  return texts
}

type DayStyle = {
  isDay: (style: number) => boolean
  hasTime: (style: number) => boolean
  is1904: boolean
}

/** Which styles of cells show days: their number format says so, and nothing else in the file. */
const dayStyles = async ({ bytes, entries }: Parts): Promise<DayStyle> => {
  const formats = new Map<number, string>()
  const styles: number[] = []
  const entry = partOf({ entries, name: 'xl/styles.xml' })
  let isInCells = false
  if (entry)
    await readPart({
      bytes,
      entry,
      onOpen: ({ name, attributes }) => {
        if (local(name) === 'numFmt')
          formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (local(name) === 'cellXfs') isInCells = true
        if (isInCells && local(name) === 'xf') styles.push(Number(attributes.numFmtId ?? 0))
      },
      onClose: (name) => {
        if (local(name) === 'cellXfs') isInCells = false
      },
    })
  let is1904 = false
  const book = partOf({ entries, name: 'xl/workbook.xml' })
  if (book)
    await readPart({
      bytes,
      entry: book,
      onOpen: ({ name, attributes }) => {
        if (local(name) === 'workbookPr')
          is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      },
    })
  const codeOf = (style: number): string => {
    const id = styles[style] ?? 0
    return formats.get(id) ?? builtIn[id] ?? ''
  }
  return {
    isDay: (style) => /[dy]/i.test(bareCode(codeOf(style))),
    hasTime: (style) => /[hs]/i.test(bareCode(codeOf(style))),
    is1904,
  }
}

/** Formats that need no definition (ECMA-376, 18.8.30), as far as they show days. */
const builtIn: Readonly<Record<number, string>> = {
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'm/d/yy h:mm',
  27: 'yyyy',
  28: 'm/d',
  29: 'm/d',
  30: 'm/d/yy',
  31: 'yyyy/m/d',
  36: 'yyyy',
  50: 'yyyy',
  51: 'm/d',
  52: 'yyyy',
  53: 'm/d',
  54: 'm/d',
  57: 'yyyy',
  58: 'm/d',
}

/** Without texts in quotes, escaped signs, colours and conditions. */
const bareCode = (code: string): string =>
  code.replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';', 1)[0] ?? ''

const sheetParser = ({
  shared,
  style,
  onRow,
}: {
  shared: readonly string[]
  style: DayStyle
  onRow: (row: string[]) => void
}): SaxesParser => {
  let row: string[] = []
  let column = -1
  let type = 'n'
  let styleNo = 0
  let value = ''
  let isValue = false
  return saxes({
    onOpen: ({ name, attributes }) => {
      const tag = local(name)
      if (tag === 'row') {
        row = []
        column = -1
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (column >= 300) throw new TableRefused('too-many-columns')
        type = attributes.t ?? 'n'
        styleNo = Number(attributes.s ?? 0)
        value = ''
      } else isValue = tag === 'v' || tag === 't'
    },
    onText: (text) => {
      if (isValue) value += text
    },
    onClose: (name) => {
      const tag = local(name)
      if (tag === 'v' || tag === 't') isValue = false
      else if (tag === 'c' && column >= 0) {
        while (row.length < column) row.push('')
        row[column] = shown({ type, value, styleNo, shared, style })
      } else if (tag === 'row' && row.some((text) => text.trim() !== '')) onRow(row)
    },
  })
}

const shown = ({
  type,
  value,
  styleNo,
  shared,
  style,
}: {
  type: string
  value: string
  styleNo: number
  shared: readonly string[]
  style: DayStyle
}): string => {
  if (value === '') return ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  // An error such as #N/A says that there is nothing.
  if (type === 'e') return ''
  if (type !== 'n') return value.replaceAll('\u0000', '')
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (style.isDay(styleNo)) return dayOf({ serial: number, style, styleNo })
  // 0.1 + 0.2 as people see it; phone numbers and ids never as 4.4e+10.
  return Number.isInteger(number) && Math.abs(number) < 1e15
    ? number.toFixed(0)
    : String(Number(number.toPrecision(15)))
}

/** Days since 1899-12-30 (or 1904-01-01); the 29th of February 1900 that never was counts. */
const dayOf = ({
  serial,
  style,
  styleNo,
}: {
  serial: number
  style: DayStyle
  styleNo: number
}): string => {
  const days = serial + (style.is1904 ? 1462 : 0)
  const ms = Math.round((days - 25_569 + (days < 60 ? 1 : 0)) * 86_400) * 1000
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return String(serial)
  const text = new Date(ms).toISOString()
  return style.hasTime(styleNo) ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 10)
}

/** `AB12` → 27. */
const columnOf = (cell: string): number => {
  let column = 0
  for (const letter of cell) {
    const at = letter.codePointAt(0) ?? 0
    if (at < 65 || at > 90) break
    column = column * 26 + at - 64
  }
  return column - 1
}

type Listeners = {
  onOpen: (tag: { name: string; attributes: Partial<Record<string, string>> }) => void
  onText?: (text: string) => void
  onClose?: (name: string) => void
}

const saxes = ({ onOpen, onText, onClose }: Listeners): SaxesParser => {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => {
    throw new TableRefused('unreadable')
  })
  // A workbook has no DTD; one could define entities without end.
  parser.on('doctype', () => {
    throw new TableRefused('unreadable')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    onOpen({ name, attributes })
  })
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  if (onClose) parser.on('closetag', ({ name }) => onClose(name))
  return parser
}

const readPart = async ({
  bytes,
  entry,
  ...listeners
}: { bytes: Buffer; entry: ZipEntry } & Listeners): Promise<void> => {
  const parser = saxes(listeners)
  for await (const text of partTexts({ bytes, entry })) parse({ parser, text })
}

const parse = ({ parser, text }: { parser: SaxesParser; text: string }): void => {
  parser.write(text)
}

/** The text of a part, never more of it than the directory has declared. */
async function* partTexts({
  bytes,
  entry,
}: {
  bytes: Buffer
  entry: ZipEntry
}): AsyncGenerator<string> {
  const packed = packedOf({ bytes, entry })
  const decoder = new TextDecoder('utf-8')
  if (!isPacked(entry)) {
    yield decoder.decode(packed)
    return
  }
  const inflate = createInflateRaw()
  inflate.end(packed)
  let size = 0
  try {
    for await (const chunk of inflate) {
      if (!(chunk instanceof Uint8Array)) throw new Error('A part was read as text.')
      size += chunk.length
      if (size > entry.size) throw new TableRefused('too-large')
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new TableRefused('unreadable')
    throw error
  }
  yield decoder.decode()
}

const packedOf = ({ bytes, entry }: { bytes: Buffer; entry: ZipEntry }): Buffer => {
  try {
    return packedBytes({ bytes, entry })
  } catch (error) {
    if (error instanceof DocumentRefused) throw new TableRefused('unreadable')
    throw error
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
