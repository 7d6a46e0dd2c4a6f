import { describe, expect, it } from 'vitest'

import { isOddPath, isPackersOwn, kindOfFile, ownerOf, type RowClues } from './import-file'

const row = (no: number, clues: Partial<RowClues>): RowClues => ({
  no,
  files: [],
  number: null,
  mails: [],
  ...clues,
})

const rows = [
  row(2, { files: ['jane.pdf'], number: '4711' }),
  row(3, { files: ['cv/amir khan.docx', 'zeugnis.pdf'], number: 'A-9', mails: ['amir@mail.test'] }),
  row(4, { files: ['zeugnis.pdf'] }),
  row(5, { files: ['b/zeugnis.pdf'] }),
]

describe('a file beside a table', () => {
  it.each([
    ['Jane.PDF', 2],
    ['Export/Files/jane.pdf', 2],
    ['CV\\Amir Khan.docx', 3],
    ['amir khan.docx', 'nobody'],
    ['4711/anything.pdf', 2],
    ['4711_cv.pdf', 2],
    ['4711.pdf', 2],
    ['47112.pdf', 'nobody'],
    ['papers/a-9/id.png', 3],
    ['CV amir@mail.test.pdf', 3],
    ['zeugnis.pdf', 'several'],
    ['b/zeugnis.pdf', 5],
    ['unknown.pdf', 'nobody'],
  ] as const)('%s', (path, expected) => {
    expect(ownerOf({ path, rows })).toBe(expected)
  })

  it.each(['../x.pdf', '/etc/passwd', 'C:\\x.pdf', 'a/../../x', 'a//b.pdf', 'a\u0000.pdf', ''])(
    'never follows %j',
    (path) => {
      expect(isOddPath(path.replaceAll('\\', '/'))).toBe(true)
    },
  )

  it('leaves out what packers add', () => {
    expect(
      ['__MACOSX/._a.pdf', 'a/.DS_Store', 'cvs/', 'Thumbs.db', 'cvs/a.pdf'].filter(
        (path) => !isPackersOwn(path),
      ),
    ).toEqual(['cvs/a.pdf'])
  })

  it.each([
    ['jane.pdf', false, 'cv'],
    ['Zertifikat.pdf', false, 'other'],
    ['CV and certificates.pdf', false, 'cv'],
    ['Résumé.docx', false, 'cv'],
    ['passport.jpg', true, 'other'],
  ] as const)('%s is a paper of its kind', (path, isPicture, expected) => {
    expect(kindOfFile({ path, isPicture })).toBe(expected)
  })
})
