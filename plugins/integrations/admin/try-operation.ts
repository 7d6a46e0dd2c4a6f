export type Tried = { status: string; body: string }

/** Calls an operation with the session of the page and says what came back. */
export const tryOperation = async ({
  method,
  path,
  text,
}: {
  method: 'GET' | 'POST'
  path: string
  /** The body, or the query. */
  text: string
}): Promise<Tried> => {
  try {
    const response =
      method === 'GET'
        ? await fetch(`/api${path}${text ? `?${text}` : ''}`)
        : await fetch(`/api${path}`, {
            method,
            headers: {
              'Content-Type': 'application/json',
              'Idempotency-Key': crypto.randomUUID(),
            },
            body: text,
          })
    return {
      status: `${response.status} ${response.statusText}`.trim(),
      body: pretty(await response.text()),
    }
  } catch (error) {
    if (error instanceof TypeError)
      return { status: 'No answer', body: 'The server could not be reached.' }
    throw error
  }
}

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
