/** What a command answered: its result, or why it refused, with a message per field. */
export type CommandAnswer =
  | { ok: true; result: unknown }
  | { ok: false; code: string; message: string; fields: Readonly<Record<string, string>> }

/**
 * Calls a command of the server. With the same key and input a repeated call (a lost answer, a second
 * click) is answered from the first one and changes nothing more.
 */
export const callCommand = async ({
  command,
  input,
  key,
}: {
  command: string
  input: Readonly<Record<string, unknown>>
  key: string
}): Promise<CommandAnswer> => {
  const response = await sent({ command, input, key })
  if (!response)
    return {
      ok: false,
      code: 'unreachable',
      message: 'The server could not be reached. Nothing is lost: please try again.',
      fields: {},
    }
  const body = await jsonOf(response)
  if (response.ok) return { ok: true, result: valueAt(body, 'result') }
  const error = valueAt(body, 'error')
  return {
    ok: false,
    code: textAt(error, 'code') ?? `http-${response.status}`,
    message: textAt(error, 'message') ?? messageFor(response.status),
    fields: textsAt(error, 'fields'),
  }
}

const sent = async ({
  command,
  input,
  key,
}: {
  command: string
  input: Readonly<Record<string, unknown>>
  key: string
}): Promise<Response | null> => {
  try {
    return await fetch(`/api/commands/${command}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(input),
    })
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    const body: unknown = await response.json()
    return body
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const messageFor = (status: number): string => {
  if (status === 401 || status === 403) return 'You are not allowed to do this.'
  if (status === 429) return 'Too many tries. Please wait a minute.'
  return 'This did not work because of a fault on our side. Please try again.'
}

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const textAt = (value: unknown, key: string): string | null => {
  const text = valueAt(value, key)
  return typeof text === 'string' ? text : null
}

const textsAt = (value: unknown, key: string): Record<string, string> => {
  const texts = valueAt(value, key)
  if (typeof texts !== 'object' || texts === null) return {}
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, String(text)]))
}
