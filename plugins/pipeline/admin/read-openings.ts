import type { ShownOpening } from '../queries/openings-of-order'

export type { ShownOpening }

export type OpeningsAnswer =
  | { kind: 'read'; openings: readonly ShownOpening[] }
  | { kind: 'not-yours' }
  | { kind: 'failed'; message: string }

/** The seats of an order; `not-yours`: they are no part of the reader’s role. */
export const readOpenings = async (jobOrderId: string): Promise<OpeningsAnswer> => {
  const response = await asked(`/api/job-orders/${encodeURIComponent(jobOrderId)}/openings`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  if (response.status === 403 || response.status === 404) return { kind: 'not-yours' }
  const body: unknown = response.ok ? await response.json() : null
  return isOpenings(body)
    ? { kind: 'read', openings: body.openings }
    : { kind: 'failed', message: 'The openings could not be read.' }
}

const isOpenings = (value: unknown): value is { openings: readonly ShownOpening[] } =>
  typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, 'openings'))

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}
