import { deflateRawSync, deflateSync } from 'node:zlib'

/** A file as somebody tries to bring it in. */
export type Attempt = { label: string; bytes: Uint8Array; name: string; type: string }

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** A small PDF that readers open: one empty page, with what is asked for in its catalogue. */
export const pdf = (catalogue = ''): Uint8Array => {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 46 >>\nstream\nBT /F 12 Tf 20 100 Td (Words of a person) Tj ET\nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = body.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return text(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
  )
}

/** A PNG that says it has so many pixels, whatever data follows. */
export const png = ({ width, height }: { width: number; height: number }): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 64) * (1 + Math.ceil(width / 8)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A ZIP of these entries; a size can be claimed that is not true. */
const zip = (
  entries: readonly { name: string; content: Uint8Array; claimedSize?: number }[],
): Uint8Array => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize = content.byteLength } of entries) {
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(Buffer.from(content)), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimedSize, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        shared,
        tail,
        Buffer.from(name),
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end])
}

/** A Word document with these extra parts. */
export const docx = (
  extra: readonly { name: string; content: Uint8Array; claimedSize?: number }[] = [],
  main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
): Uint8Array =>
  zip([
    {
      name: '[Content_Types].xml',
      content: text(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      content: text(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
    },
    {
      name: 'word/document.xml',
      content: text(
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words of a person</w:t></w:r></w:p></w:body></w:document>',
      ),
    },
    ...extra,
  ])

const script = '<script>alert(1)</script>'

/** What must not come in by its content, for a private document. */
export const evilFiles = (): Attempt[] => {
  const pdfType = 'application/pdf'
  const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const svg = text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)
  return [
    { label: 'SVG with a script', bytes: svg, name: 'a.svg', type: 'image/svg+xml' },
    { label: 'SVG with a script called PNG', bytes: svg, name: 'a.png', type: 'image/png' },
    {
      label: 'XML with a stylesheet',
      bytes: text('<?xml version="1.0"?><?xml-stylesheet href="x.xsl" type="text/xsl"?><a/>'),
      name: 'a.xml',
      type: 'application/xml',
    },
    {
      label: 'HTML called PDF',
      bytes: text(`<html>${script}</html>`),
      name: 'cv.pdf',
      type: pdfType,
    },
    { label: 'HTML', bytes: text(`<html>${script}</html>`), name: 'cv.html', type: 'text/html' },
    {
      label: 'program called PDF',
      bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]),
      name: 'cv.pdf',
      type: pdfType,
    },
    {
      label: 'JPEG that is a ZIP',
      bytes: Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
        zip([{ name: 'a', content: svg }]),
      ]),
      name: 'cv.pdf',
      type: pdfType,
    },
    {
      label: 'PDF that runs JavaScript',
      bytes: pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      name: 'cv.pdf',
      type: pdfType,
    },
    {
      label: 'PDF that starts a program',
      bytes: pdf('/OpenAction << /S /Launch /F (cmd.exe) >>'),
      name: 'cv.pdf',
      type: pdfType,
    },
    {
      label: 'Word document with macros',
      bytes: docx(
        [{ name: 'word/vbaProject.bin', content: Buffer.alloc(64, 7) }],
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
      name: 'cv.docm',
      type: 'application/vnd.ms-word.document.macroEnabled.12',
    },
    {
      label: 'Word document with macros, renamed',
      bytes: docx([{ name: 'word/vbaProject.bin', content: Buffer.alloc(64, 7) }]),
      name: 'cv.docx',
      type: docxType,
    },
    {
      label: 'Word document that unpacks to hundreds of megabytes',
      bytes: docx([{ name: 'word/media/bomb.bin', content: Buffer.alloc(300_000_000) }]),
      name: 'cv.docx',
      type: docxType,
    },
    {
      label: 'Word document that hides its size',
      bytes: docx([
        { name: 'word/media/bomb.bin', content: Buffer.alloc(120_000_000), claimedSize: 10 },
      ]),
      name: 'cv.docx',
      type: docxType,
    },
    {
      label: 'archive that climbs out of its folder',
      bytes: docx([{ name: '../../../../tmp/placewright-slip', content: svg }]),
      name: 'cv.docx',
      type: docxType,
    },
    {
      label: 'plain ZIP',
      bytes: zip([{ name: 'a.txt', content: svg }]),
      name: 'cv.zip',
      type: 'application/zip',
    },
    { label: 'nothing', bytes: new Uint8Array(), name: 'cv.pdf', type: pdfType },
    {
      label: 'too much',
      bytes: Buffer.concat([pdf(), Buffer.alloc(11_000_000)]),
      name: 'cv.pdf',
      type: pdfType,
    },
    { label: 'far too much', bytes: Buffer.alloc(21_000_000, 37), name: 'cv.pdf', type: pdfType },
  ]
}

/** Names that are no names, for a file that is in order. */
export const evilNames: readonly string[] = [
  'cv\u0000.pdf',
  'cv\u202efdp.exe',
  `${'a'.repeat(300)}.pdf`,
  '..%2f..%2fetc%2fpasswd.pdf',
  '../../../etc/passwd.pdf',
  '..\\..\\windows\\win.pdf',
  '/etc/cv.pdf',
  '..',
  'nul.pdf',
  'cv\r\nX-Evil: 1.pdf',
]

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

const crc32 = (bytes: Buffer): number => {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0)
  return (sum ^ 0xffffffff) >>> 0
}
