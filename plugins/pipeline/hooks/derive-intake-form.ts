import type { CollectionBeforeChangeHook } from 'payload'

import { lockRecord } from '#plugins/kernel'
import { keyFor } from '#plugins/kernel/domain'
import { intakeQuestionsOf } from '../domain/intake-form'
import { slugOf } from '../domain/slug'

/**
 * A form gets its address, each question its key, and the form its next version when what is asked has
 * changed. A condition may name a question by the id of its row, as the editor does before the first save.
 */
export const deriveIntakeForm: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const before =
    operation === 'update'
      ? await lockRecord({ req, collection: 'intake-forms', id: originalDoc.id })
      : null
  const rows: unknown = data.questions
  if (Array.isArray(rows)) data.questions = withKeys(rows)
  const name: unknown = data.name ?? originalDoc?.name
  const isGiven = operation === 'create' || data.slug !== undefined
  if (isGiven && !data.slug) data.slug = slugOf(typeof name === 'string' ? name : '') || null
  if (!before) data.version = 1
  else {
    const isChanged =
      (data.currency !== undefined && data.currency !== before.currency) ||
      (Array.isArray(rows) &&
        JSON.stringify(intakeQuestionsOf(data.questions)) !==
          JSON.stringify(intakeQuestionsOf(before.questions)))
    data.version = before.version + (isChanged ? 1 : 0)
  }
  return data
}

const withKeys = (rows: readonly unknown[]): unknown[] => {
  const taken = rows.flatMap((row) => textAt({ row, name: 'key' }) || [])
  const keyed = rows.map((row) => {
    if (typeof row !== 'object' || row === null || textAt({ row, name: 'key' })) return row
    const key = keyFor({ label: textAt({ row, name: 'label' }), taken })
    taken.push(key)
    return { ...row, key }
  })
  const keys = new Map(
    keyed.map((row) => [textAt({ row, name: 'id' }), textAt({ row, name: 'key' })]),
  )
  return keyed.map((row) => {
    const showWhen: unknown = typeof row === 'object' && row ? Reflect.get(row, 'showWhen') : null
    const key = keys.get(textAt({ row: showWhen, name: 'key' }))
    return key && typeof row === 'object' && row && typeof showWhen === 'object' && showWhen
      ? { ...row, showWhen: { ...showWhen, key } }
      : row
  })
}

const textAt = ({ row, name }: { row: unknown; name: string }): string => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null
  return typeof value === 'string' ? value : ''
}
