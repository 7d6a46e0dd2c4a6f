import { describe, expect, it } from 'vitest'
import { snapshotDifferences } from './migration-drift'

const column = (type: string) => ({ type, notNull: true })
const snapshot = ({ id, columns }: { id: string; columns: Record<string, unknown> }) => ({
  id,
  prevId: 'before',
  version: '7',
  tables: { 'public.rooms': { name: 'rooms', columns } },
  enums: {},
})

describe('snapshotDifferences', () => {
  const kept = snapshot({ id: 'a', columns: { id: column('uuid'), name: column('text') } })

  it('finds none between the same schema made twice, in whatever order', () => {
    const wanted = snapshot({ id: 'b', columns: { name: column('text'), id: column('uuid') } })
    expect(snapshotDifferences({ kept, wanted })).toEqual([])
  })

  it('names a new, a lost and a changed column', () => {
    const wanted = snapshot({ id: 'b', columns: { id: column('serial'), size: column('integer') } })
    expect(snapshotDifferences({ kept, wanted })).toEqual([
      'tables › public.rooms › columns › id differs',
      'tables › public.rooms › columns › name is in the migrations only',
      'tables › public.rooms › columns › size is not in the migrations',
    ])
  })

  it('names a new table once', () => {
    const wanted = { ...kept, tables: { ...kept.tables, 'public.halls': { name: 'halls' } } }
    expect(snapshotDifferences({ kept, wanted })).toEqual([
      'tables › public.halls is not in the migrations',
    ])
  })
})
