import { describe, expect, it } from 'vitest'

import { fileNamesQuery, isPlainFileName, uploadsElsewhere, uploadsOf } from './uploads'

const collections = [
  { slug: 'people', upload: {} },
  { slug: 'media', upload: { staticDir: '/data/media' } },
  { slug: 'client-papers', upload: { staticDir: '/data/papers', disableLocalStorage: true } },
]

describe('the files of a backup', () => {
  it('are those on the disk; what lies in a bucket is named', () => {
    expect(uploadsOf({ collections })).toEqual([
      { collection: 'media', table: 'public.media', folder: '/data/media' },
    ])
    expect(uploadsElsewhere({ collections })).toEqual(['client-papers'])
  })

  it('are named by the columns for the file and its sizes, and by no other', () => {
    const column = (name: string) => ({ name, type: 'text', isRequired: false })
    const table = {
      table: 'public.media',
      quoted: 'public.media',
      order: 'id',
      columns: ['alt', 'filename', 'sizes_card_filename', 'filename_of_old'].map(column),
    }
    expect(fileNamesQuery(table)).toContain('(t."filename"::text), (t."sizes_card_filename"::text)')
    expect(fileNamesQuery(table)).not.toContain('filename_of_old')
    expect(fileNamesQuery({ ...table, columns: [column('alt')] })).toBeNull()
  })

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a\0b'])('never lead elsewhere: %j', (name) => {
    expect(isPlainFileName(name)).toBe(false)
  })

  it.each(['cv.pdf', '..cv.pdf', 'Żółć 漢字.pdf'])('have any other name: %j', (name) => {
    expect(isPlainFileName(name)).toBe(true)
  })
})
