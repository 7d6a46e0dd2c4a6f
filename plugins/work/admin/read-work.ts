import type { RecordWork } from '../queries/record-work'

/** What the server says about a record's work; `not-yours`: it is no part of the reader's role. */
export type WorkAnswer =
  | { kind: 'read'; work: RecordWork }
  | { kind: 'not-yours' }
  | { kind: 'failed'; message: string }

export const readWork = async ({ kind, id }: { kind: string; id: string }): Promise<WorkAnswer> => {
  const response = await asked(`/api/work/${kind}/${id}`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  if (response.status === 403 || response.status === 404) return { kind: 'not-yours' }
  if (!response.ok) return { kind: 'failed', message: 'What is to be done could not be read.' }
  const body: unknown = await response.json()
  return isWork(body)
    ? { kind: 'read', work: body }
    : { kind: 'failed', message: 'What is to be done could not be read.' }
}

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}

const isWork = (value: unknown): value is RecordWork =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray(Reflect.get(value, 'tasks')) &&
  Array.isArray(Reflect.get(value, 'clocks'))
