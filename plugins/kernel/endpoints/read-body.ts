import { refuse, ok, type Failure, type Result } from '../domain/result'
import { isStorable } from '../domain/storable'

/** Reads a body up to a size and parses it; a body too large is dropped while it arrives. */
export const readJson = async ({
  body,
  maxBytes,
}: {
  body: ReadableStream<Uint8Array> | null
  maxBytes: number
}): Promise<Result<unknown, Failure & { status: number }>> => {
  const bytes = await readBytes({ body, maxBytes })
  if (!bytes)
    return refuse({
      kind: 'input',
      code: 'body-too-large',
      message: `The request is larger than ${maxBytes} bytes.`,
      status: 413,
    })
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return ok({})
  const parsed = parseJson(text)
  return parsed === undefined
    ? refuse({
        kind: 'input',
        code: 'not-json',
        message: 'The body is not valid JSON.',
        status: 400,
      })
    : ok(parsed)
}

/** The bytes as they came, or null when there are more than allowed. Signatures are over these. */
export const readBytes = async ({
  body,
  maxBytes,
}: {
  body: ReadableStream<Uint8Array> | null
  maxBytes: number
}): Promise<Uint8Array | null> => {
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

/** Parsed JSON that Postgres can store and no prototype trick hides in; undefined when it is not that. */
const parseJson = (text: string): unknown => {
  if (depthOf(text) > 64) return undefined
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      if (key === '__proto__') throw new SyntaxError('forbidden key')
      if (typeof inner === 'string' && !isStorable(inner)) throw new SyntaxError('forbidden text')
      return inner
    })
    return value
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1))
    else if (char === '}' || char === ']') depth -= 1
  }
  return deepest
}
