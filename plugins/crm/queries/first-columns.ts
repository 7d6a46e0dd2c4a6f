import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { ImportField, ImportKind } from '#plugins/kernel/domain'
import { guessColumns, headersKey } from '../domain/import-mapping'
import { sourceOf } from '../domain/import-source'

/**
 * What the columns of a new file are taken for at first: as the last file with the same headings was,
 * else as the system it comes from names them, else by the names of the fields.
 */
export const firstColumns = async ({
  req,
  kind,
  headers,
  fields,
}: {
  req: PayloadRequest
  kind: ImportKind
  headers: readonly string[]
  fields: readonly ImportField[]
}): Promise<{ columns: (string | null)[]; source: string | null }> => {
  const source = sourceOf({ headers, kind: kind.key })
  const known = new Set(fields.map(({ key }) => key))
  const last = await sqlOf(req).first({
    schema: z.object({ columns: z.array(z.string().nullable()) }),
    text: `select columns from imports
      where headers_key = $1 and kind = $2 and state not in ('uploaded', 'dropped')
      order by created_at desc limit 1`,
    values: [headersKey(headers), kind.key],
  })
  const allowed = (key: string | null | undefined): string | null =>
    key && known.has(key) ? key : null
  if (last?.columns.length === headers.length)
    return { columns: last.columns.map(allowed), source: source?.label ?? null }
  const named = source?.columns ?? []
  const taken = new Set(named.filter(Boolean))
  const guessed = guessColumns({
    headers: headers.map((heading, index) => (named[index] === undefined ? heading : '')),
    fields: fields.filter(({ key }) => !taken.has(key)),
  })
  const seen = new Set<string>()
  return {
    source: source?.label ?? null,
    columns: headers.map((_, index) => {
      const key = allowed(named[index] === undefined ? guessed[index] : named[index])
      if (key === null || seen.has(key)) return null
      seen.add(key)
      return key
    }),
  }
}
