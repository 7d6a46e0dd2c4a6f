import { describe, expect, it } from 'vitest'

import { migrationDifferences, schemaDifferences } from './differences'
import type { TableShape } from './format'

const column = (name: string, type = 'text', isRequired = false) => ({ name, type, isRequired })
const people: TableShape = { table: 'public.people', columns: [column('id'), column('name')] }

describe('the differences of two schemas', () => {
  it.each<{ what: string; archive: TableShape[]; database: TableShape[]; lines: string[] }>([
    { what: 'none', archive: [people], database: [people], lines: [] },
    {
      what: 'another order of columns',
      archive: [people],
      database: [{ ...people, columns: [...people.columns].reverse() }],
      lines: [],
    },
    {
      what: 'a table on one side',
      archive: [people, { table: 'public.old', columns: [] }],
      database: [people, { table: 'public.new', columns: [] }],
      lines: [
        'The table public.old is only in the archive.',
        'The table public.new is only in this database.',
      ],
    },
    {
      what: 'columns',
      archive: [{ ...people, columns: [column('id', 'uuid', true), column('gone'), column('x')] }],
      database: [{ ...people, columns: [column('id', 'text', true), column('x', 'text', true)] }],
      lines: [
        'The column public.people.id is uuid not null in the archive and text not null here.',
        'The column public.people.gone (text) is only in the archive.',
        'The column public.people.x is text in the archive and text not null here.',
      ],
    },
  ])('name $what', ({ archive, database, lines }) => {
    expect(schemaDifferences({ archive, database })).toEqual(lines)
  })

  it('name the migrations that one side does not know', () => {
    expect(migrationDifferences({ archive: ['1', '2'], product: ['1', '3'] })).toEqual([
      'The archive knows the migration 2, this version does not.',
      'This version has the migration 3, the archive was made before it.',
    ])
    expect(migrationDifferences({ archive: ['1'], product: ['1'] })).toEqual([])
  })
})
