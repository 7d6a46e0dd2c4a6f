import { describe, expect, it } from 'vitest'

import { filesQuery, isPlainFileName } from './uploads'

describe('the files of a backup', () => {
  it('are named by the columns for the file and its sizes, each with its kind, and by no other', () => {
    const column = (name: string) => ({ name, type: 'text', isRequired: false })
    const table = {
      table: 'public.media',
      quoted: 'public.media',
      order: 'id',
      columns: ['alt', 'filename', 'mime_type', 'sizes_card_filename', 'filename_of_old'].map(
        column,
      ),
    }
    expect(filesQuery(table)).toContain(
      '(t."filename"::text, t."mime_type"::text), (t."sizes_card_filename"::text, null)',
    )
    expect(filesQuery(table)).not.toContain('filename_of_old')
    expect(() => filesQuery({ ...table, columns: [column('alt')] })).toThrow('public.media')
  })

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a\0b'])('never lead elsewhere: %j', (name) => {
    expect(isPlainFileName(name)).toBe(false)
  })

  it.each(['cv.pdf', '..cv.pdf', 'Żółć 漢字.pdf'])('have any other name: %j', (name) => {
    expect(isPlainFileName(name)).toBe(true)
  })
})
