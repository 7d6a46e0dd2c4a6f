import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { attachmentHeader } from './attachment-header'

describe('the header of a download', () => {
  it.each([
    ['invoice.pdf', `attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`],
    [
      'Łódź CV.pdf',
      `attachment; filename="odz CV.pdf"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20CV.pdf`,
    ],
    ['a"; x=y.pdf', `attachment; filename="a x=y.pdf"; filename*=UTF-8''a%22%3B%20x%3Dy.pdf`],
    [
      '../../etc/passwd',
      `attachment; filename="..-..-etc-passwd"; filename*=UTF-8''..-..-etc-passwd`,
    ],
    ['工作.pdf', `attachment; filename=".pdf"; filename*=UTF-8''%E5%B7%A5%E4%BD%9C.pdf`],
    ['\u202efdp.exe', `attachment; filename="fdp.exe"; filename*=UTF-8''fdp.exe`],
    ['', `attachment; filename="document"; filename*=UTF-8''`],
  ])('of %j', (filename, header) => {
    expect(attachmentHeader(filename)).toBe(header)
  })

  it('is one header whatever the name, and keeps it a download', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (filename) => {
        const header = attachmentHeader(filename)
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\x21-\x7e]*$/,
        )
        expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
      }),
    )
  })
})
