import type { z } from 'zod'

import { refuse, refuseInput, refuseMissing, type Failure } from '../domain/result'

/**
 * What Payload, a guard hook or a schema refused while a command ran, as the refusal it is; null for
 * what is our own fault. Read by shape: the product and Payload may be loaded twice in one process.
 */
export const refusalOfError = (error: unknown): { ok: false; failure: Failure } | null => {
  if (isZodError(error)) return refuseInput(fieldMessages(error))
  if (!(error instanceof Error)) return null
  const status = statusOf(error)
  if (status === null) return null
  const invalid = invalidFieldsOf(error)
  if (invalid.length > 0) return refuseFields(invalid)
  const { kind, code } = kinds[status] ?? { kind: 'input', code: 'invalid-input' }
  if (kind === 'missing') return refuseMissing('record')
  return refuse({ kind, code, message: error.message })
}

/** The first problem per field, keyed by its dotted path. */
export const fieldMessages = (error: z.ZodError): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || 'input'
    fields[path] ??= issue.message
  }
  return fields
}

const kinds: Readonly<Record<number, Pick<Failure, 'kind' | 'code'>>> = {
  401: { kind: 'right', code: 'not-allowed' },
  403: { kind: 'right', code: 'not-allowed' },
  404: { kind: 'missing', code: 'not-found' },
  409: { kind: 'state', code: 'not-possible-now' },
  423: { kind: 'state', code: 'locked' },
  429: { kind: 'limit', code: 'too-many' },
}

type InvalidField = { path: string; message: string; label: string | null }

const refuseFields = (invalid: readonly InvalidField[]): { ok: false; failure: Failure } => {
  const fields: Record<string, string> = {}
  for (const { path, message } of invalid) fields[path] ??= message
  return refuse({
    ...refuseInput(fields).failure,
    message: invalid
      .map(({ label, message }) => (label ? `${label}: ${message}` : message))
      .join(' '),
  })
}

/** Of an error of Payload's own kind that is the caller's; a failure of another service has no such marks. */
const statusOf = (error: Error): number | null => {
  const status: unknown = Reflect.get(error, 'status')
  const isOfPayload = Reflect.get(error, 'isOperational') === true && Reflect.has(error, 'isPublic')
  return isOfPayload && typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

const invalidFieldsOf = (error: Error): InvalidField[] => {
  const data: unknown = Reflect.get(error, 'data')
  const errors: unknown = isRecord(data) ? data.errors : null
  if (!Array.isArray(errors)) return []
  return errors.flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.message === 'string'
      ? [{ path: pathOf(entry), message: entry.message, label: labelOf(entry.label) }]
      : [],
  )
}

const pathOf = ({ path }: Record<string, unknown>): string =>
  typeof path === 'string' && path !== '' ? path : 'input'

const labelOf = (label: unknown): string | null => {
  if (typeof label === 'string') return label
  const [first] = isRecord(label) ? Object.values(label) : []
  return typeof first === 'string' ? first : null
}

const isZodError = (error: unknown): error is z.ZodError =>
  isRecord(error) && error.name === 'ZodError' && Array.isArray(error.issues)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
