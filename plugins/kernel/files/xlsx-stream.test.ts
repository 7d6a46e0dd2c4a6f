import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { xlsxOf } from './xlsx-stream'

const sheetOf = async (pages: (string | null)[][][]): Promise<string> => {
  const chunks: Uint8Array[] = []
  const rows = async function* () {
    for (const page of pages) yield page
  }
  for await (const chunk of xlsxOf({ sheetName: 'Jobs/2026: [all]', rows: rows() }))
    chunks.push(chunk)
  const parts = partsOf(Buffer.concat(chunks))
  expect(parts.size).toBe(5)
  expect(parts.get('xl/workbook.xml')).toContain('name="Jobs 2026   all "')
  return parts.get('xl/worksheets/sheet1.xml') ?? ''
}

/** By the directory at the end, as spreadsheets read it. */
const partsOf = (archive: Buffer): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>()
  let at = archive.readUInt32LE(archive.length - 6)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)]
    const nameLength = archive.readUInt16LE(at + 28)
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26)
    const text = inflateRawSync(archive.subarray(from, from + packed)).toString('utf8')
    expect(Buffer.byteLength(text)).toBe(size)
    parts.set(archive.toString('utf8', at + 46, at + 46 + nameLength), text)
    at += 46 + nameLength
  }
  return parts
}

describe('a workbook that is written while it is read', () => {
  it('holds text and figures, and nothing that runs', async () => {
    const sheet = await sheetOf([
      [['Name', 'Pay']],
      [
        ['=cmd|"/c calc"!A1', '12.50'],
        ['<&>"\u0000\uD800', '-3'],
        [null, '0049'],
        ['+49 20', '1234567890123456789'],
      ],
    ])
    expect(sheet).not.toContain('<f')
    expect(sheet).toContain('<t xml:space="preserve">=cmd|&quot;/c calc&quot;!A1</t>')
    expect(sheet).toContain('<c><v>12.50</v></c>')
    expect(sheet).toContain('<c><v>-3</v></c>')
    expect(sheet).toContain('<t xml:space="preserve">&lt;&amp;&gt;&quot;\uFFFD</t>')
    for (const text of ['0049', '+49 20', '1234567890123456789'])
      expect(sheet).toContain(`<t xml:space="preserve">${text}</t>`)
    expect(sheet.match(/<row>/g)).toHaveLength(5)
  })

  it('is whole with very many rows, and fails when its rows do', async () => {
    const pages = Array.from({ length: 50 }, (_, page) =>
      Array.from({ length: 1000 }, (__, at) => [`row ${page * 1000 + at}`, 'x'.repeat(50)]),
    )
    expect((await sheetOf(pages)).match(/<row>/g)).toHaveLength(50_000)
    const broken = async function* () {
      yield [['a']]
      throw new Error('The database is gone.')
    }
    const read = async () => {
      for await (const _ of xlsxOf({ sheetName: 'A', rows: broken() })) continue
    }
    await expect(read()).rejects.toThrow('The database is gone.')
  })
})
