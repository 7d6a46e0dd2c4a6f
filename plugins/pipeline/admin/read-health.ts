import type { OrderHealth } from '../queries/order-health'

export type ShownHealth = OrderHealth

export type HealthAnswer =
  | { kind: 'read'; health: ShownHealth }
  | { kind: 'not-yours' }
  | { kind: 'failed'; message: string }

/** How an order stands; `not-yours`: it is no part of the reader’s role. */
export const readHealth = async (jobOrderId: string): Promise<HealthAnswer> => {
  const response = await asked(`/api/job-orders/${encodeURIComponent(jobOrderId)}/health`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  if (response.status === 403 || response.status === 404) return { kind: 'not-yours' }
  const body: unknown = response.ok ? await response.json() : null
  return isHealth(body)
    ? { kind: 'read', health: body }
    : { kind: 'failed', message: 'How the order stands could not be read.' }
}

const isHealth = (value: unknown): value is ShownHealth =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'counts') === 'object' &&
  typeof Reflect.get(value, 'coverage') === 'object'

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}
