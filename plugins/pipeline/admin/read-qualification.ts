import type { ShownQualification } from '../queries/qualification-of-order'

export type { ShownQualification }

export type QualificationAnswer =
  | { kind: 'read'; qualification: ShownQualification }
  | { kind: 'failed'; message: string }

/** How an order stands with its gates, score and grades. */
export const readQualification = async (jobOrderId: string): Promise<QualificationAnswer> => {
  const response = await asked(`/api/job-orders/${encodeURIComponent(jobOrderId)}/qualification`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  if (!response.ok)
    return { kind: 'failed', message: 'The qualification could not be read. Try again.' }
  const body: unknown = await response.json()
  return isQualification(body)
    ? { kind: 'read', qualification: body }
    : { kind: 'failed', message: 'The qualification could not be read. Try again.' }
}

const isQualification = (value: unknown): value is ShownQualification =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray(Reflect.get(value, 'gates')) &&
  Array.isArray(Reflect.get(value, 'parts')) &&
  Array.isArray(Reflect.get(value, 'history'))

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}
