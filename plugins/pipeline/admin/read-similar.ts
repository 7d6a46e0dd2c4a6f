import type { SimilarRequest } from '../queries/similar-requests'

export type SimilarAnswer =
  | { kind: 'read'; similar: readonly SimilarRequest[] }
  | { kind: 'not-yours' }
  | { kind: 'failed'; message: string }

/** Open requests that are likely the same wish; `not-yours`: they are no part of the reader’s role. */
export const readSimilar = async (requestId: string): Promise<SimilarAnswer> => {
  const response = await asked(`/api/order-requests/${encodeURIComponent(requestId)}/similar`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  if (response.status === 403 || response.status === 404) return { kind: 'not-yours' }
  const body: unknown = response.ok ? await response.json() : null
  return isSimilar(body)
    ? { kind: 'read', similar: body.similar }
    : { kind: 'failed', message: 'Requests that are alike could not be looked for.' }
}

const isSimilar = (value: unknown): value is { similar: readonly SimilarRequest[] } =>
  typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, 'similar'))

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}
