import { z } from 'zod'

export type RecentRecord = { kind: string; id: string }

export type SearchItem = {
  key: string
  title: string
  detail: string
  path: string
  /** Of a record; screens are not remembered. */
  record: RecentRecord | null
}

export type SearchGroup = { label: string; items: readonly SearchItem[] }

const mostRecent = 8

const record = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  path: z.string().startsWith('/admin'),
})

const found = z.object({
  groups: z.array(z.object({ label: z.string(), records: z.array(record) })),
  places: z.array(
    z.object({ label: z.string(), detail: z.string(), path: z.string().startsWith('/') }),
  ),
})

const recentOnes = z.array(record)

/** The answer of the search as groups of items. */
export const foundIn = (body: unknown): SearchGroup[] => {
  const before = recentOnes.safeParse(body)
  if (before.success)
    return before.data.length === 0
      ? []
      : [{ label: 'Opened before', items: before.data.map(itemOf) }]
  const { groups, places } = found.parse(body)
  return [
    ...groups.map(({ label, records }) => ({ label, items: records.map(itemOf) })),
    ...(places.length === 0
      ? []
      : [
          {
            label: 'Screens',
            items: places.map(({ label, detail, path }) => ({
              key: path.replaceAll(/[^\w]+/g, '-'),
              title: label,
              detail,
              path,
              record: null,
            })),
          },
        ]),
  ]
}

const itemOf = ({ kind, id, title, detail, path }: z.output<typeof record>) => ({
  key: `${kind}-${id}`,
  title,
  detail,
  path,
  record: { kind, id },
})

const kept = z.array(z.object({ kind: z.string(), id: z.string() }))

/** What the preference holds; anything else counts as nothing. */
export const recentIn = (value: unknown): RecentRecord[] => {
  const parsed = kept.safeParse(value)
  return parsed.success ? parsed.data.slice(0, mostRecent) : []
}

/** The record first, each once. */
export const withRecent = ({
  recent,
  record: opened,
}: {
  recent: readonly RecentRecord[]
  record: RecentRecord
}): RecentRecord[] =>
  [opened, ...recent.filter(({ kind, id }) => kind !== opened.kind || id !== opened.id)].slice(
    0,
    mostRecent,
  )
