import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvReader, delimiterOf } from './read-csv'
import { readTable } from './read-table'
import { zipArchive } from './zip-archive'

const fileOf = (bytes: Buffer | string): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'placewright-table-')), 'table')
  writeFileSync(file, bytes)
  return file
}

const rowsOf = async (bytes: Buffer | string): Promise<string[][]> => {
  const rows: string[][] = []
  for await (const some of await readTable(fileOf(bytes))) rows.push(...some)
  return rows
}

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b\r\n1,"x, ""y""\nz"\r\n'],
    ['semicolons', 'a;b\n1;"x, ""y""\nz"'],
    ['tabs', 'a\tb\r1\t"x, ""y""\nz"\r'],
    ['bars', 'a|b\n\n1|"x, ""y""\nz"\n\n'],
  ])('is read with %s, quotes and any line ends', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"\nz'],
    ])
  })

  it('is read in each usual encoding', async () => {
    const text = 'Vorname;Ort\nZoë;Köln\n'
    const expected = [
      ['Vorname', 'Ort'],
      ['Zoë', 'Köln'],
    ]
    const utf16 = Buffer.from(text, 'utf16le')
    expect(await rowsOf(Buffer.from(text))).toEqual(expected)
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`))).toEqual(expected)
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(expected)
    expect(await rowsOf(utf16)).toEqual(expected)
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(expected)
    expect(await rowsOf(Buffer.from(text, 'latin1'))).toEqual(expected)
    expect(await rowsOf(Buffer.from([0x41, 0x3b, 0x42, 0x0a, 0x80, 0x3b, 0x93]))).toEqual([
      ['A', 'B'],
      ['€', '“'],
    ])
  })

  it('comes back as it was written, in pieces of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ö', ',', '"', '\n', '\r', ' ', ';') })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, size) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          const reader = csvReader(',')
          const out: string[][] = []
          for (let at = 0; at < text.length; at += size)
            out.push(...reader.push(text.slice(at, at + size)))
          out.push(...reader.end())
          expect(out).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')))
        },
      ),
    )
  })

  it('says so when a quote is never closed', async () => {
    await expect(rowsOf('a,b\n"x,1\ny,2\n')).rejects.toThrow('never closed')
  })

  it('finds the delimiter although others stand in the cells', () => {
    expect(delimiterOf('Name;Note\nDoe, Jane;a, b\nLee, Kim;c')).toBe(';')
    expect(delimiterOf('one column\nvalue')).toBe(',')
  })
})

const workbook = ({
  sheet,
  shared = '',
  styles = '',
  book = '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
}: {
  sheet: string
  shared?: string
  styles?: string
  book?: string
}): Buffer =>
  zipArchive(
    [
      { name: 'xl/workbook.xml', text: book },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: '<Relationships><Relationship Id="rId1" Target="worksheets/people.xml"/></Relationships>',
      },
      { name: 'xl/worksheets/people.xml', text: sheet },
      { name: 'xl/sharedStrings.xml', text: `<sst>${shared}</sst>` },
      { name: 'xl/styles.xml', text: `<styleSheet>${styles}</styleSheet>` },
    ].map(({ name, text }) => ({ name, bytes: Buffer.from(text) })),
  )

describe('a workbook', () => {
  it('gives texts, days, results of formulas and gaps as they are seen', async () => {
    const bytes = workbook({
      shared: '<si><t>Name</t></si><si><r><t>Zo</t></r><r><t>ë</t></r><rPh><t>zoe</t></rPh></si>',
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd&quot; h&quot;"/></numFmts>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs>',
      sheet:
        '<worksheet><sheetData>' +
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Day</t></is></c><c r="D1" t="str"><v>Phone</v></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45355</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2"><v>442079460018</v></c></row>' +
        '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" s="3"><v>45355.5</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3"><v>0.30000000000000004</v></c></row>' +
        '<row r="4"><c r="A4"/></row>' +
        '<row r="5"><c r="B5" s="2"><v>1</v></c></row>' +
        '</sheetData></worksheet>',
    })
    expect(await rowsOf(bytes)).toEqual([
      ['Name', 'Day', '', 'Phone'],
      ['Zoë', '2024-03-04', '2', '442079460018'],
      ['true', '2024-03-04 12:00', '', '0.3'],
      ['', '1900-01-01'],
    ])
  })

  it('is refused when it is a bomb, lies, has entities or is none', async () => {
    const bomb = workbook({ sheet: `<worksheet>${'<row/>'.repeat(5_000_000)}</worksheet>` })
    await expect(rowsOf(bomb)).rejects.toThrow('unpacks to more')
    await expect(
      rowsOf(workbook({ sheet: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' })),
    ).rejects.toThrow('can be read')
    await expect(rowsOf(workbook({ sheet: '<worksheet><row></worksheet>' }))).rejects.toThrow()
    await expect(rowsOf(Buffer.from('PK\u0003\u0004 no archive'))).rejects.toThrow('can be read')
    await expect(rowsOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('old workbook')
    await expect(rowsOf('')).rejects.toThrow('no rows')
  })
})
