import { readBytes } from '#plugins/kernel'
import { isStorable } from '#plugins/kernel/domain'
import { isPlainText, judgeJson, judgeSearch } from './input-text'

/** A request whose body is known to be harmless to parse, or the answer to one that is not. */
export type Admitted = { request: Request } | { refusal: Response }

const mostJsonBytes = 1024 * 1024
const mostFormBytes = 12 * 1024 * 1024
const mostNameLength = 200

/** Payload's names for "read this as a GET": it then reads the body as a query string. */
export const overrideHeaders = ['x-http-method-override', 'x-payload-http-method-override']

/**
 * Reads the body of a REST call up to a size, judges it, and hands on a request with a body that
 * Payload can parse. A form is written anew from what was read, so that no second parser can see
 * another file or field in the same bytes.
 */
export const admitBody = async (request: Request): Promise<Admitted> => {
  if (!request.body) return { request }
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  const isForm = type === 'multipart/form-data'
  const maxBytes = isForm ? mostFormBytes : mostJsonBytes
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge()
  const bytes = await readBytes({ body: request.body, maxBytes })
  if (!bytes) return tooLarge()
  if (bytes.byteLength === 0) return { request: withBody({ request, body: null }) }
  if (isForm) return await admitForm({ request, bytes })
  const text = decodedText(bytes)
  if (text === null) return refusal({ message: 'The body is not valid UTF-8.', status: 400 })
  const problem = judgeText({ request, type, text })
  return problem ? refusal(problem) : { request: withBody({ request, body: bytes }) }
}

const judgeText = ({
  request,
  type,
  text,
}: {
  request: Request
  type: string | undefined
  text: string
}): { message: string; status: number } | null => {
  if (type === 'application/json') {
    const message = judgeJson(text)
    return message ? { message, status: 400 } : null
  }
  const isQuery =
    type === 'application/x-www-form-urlencoded' &&
    overrideHeaders.some((name) => request.headers.get(name) === 'GET')
  if (!isQuery)
    return { message: 'Send JSON (application/json) or a form (multipart/form-data).', status: 415 }
  const message = judgeSearch(text)
  return message ? { message, status: 400 } : null
}

const admitForm = async ({
  request,
  bytes,
}: {
  request: Request
  bytes: Uint8Array
}): Promise<Admitted> => {
  const form = await parsedForm({ request, bytes })
  if (!form) return refusal({ message: 'The form cannot be read.', status: 400 })
  const admitted = new FormData()
  for (const [name, value] of form) {
    // A browser sends an unfilled file field as a nameless empty file.
    if (typeof value !== 'string' && value.name === '' && value.size === 0) continue
    const message = judgeField({ name, value }) ?? judgeFile(value)
    if (message) return refusal({ message, status: 400 })
    admitted.append(name, value)
  }
  const isEmpty = admitted.keys().next().done === true
  return { request: withBody({ request, body: isEmpty ? null : admitted }) }
}

const judgeField = ({ name, value }: { name: string; value: string | File }): string | null => {
  if (!isPlainText(name) || /^(__proto__|constructor|prototype)$/.test(name))
    return 'The form holds a forbidden name.'
  if (typeof value !== 'string') return null
  // Payload would take it for the name of a file that a storage already has.
  if (name === 'file' && value !== '') return 'Send the file itself.'
  if (name === '_payload') return judgeJson(value)
  return isStorable(value) ? null : 'The form holds characters that cannot be stored.'
}

/** The name of a file goes to a disk, a header and a screen: it must be a name and nothing else. */
const judgeFile = (value: string | File): string | null => {
  if (typeof value === 'string') return null
  if (value.size === 0) return 'The file is empty.'
  const { name } = value
  if (name === '' || name.length > mostNameLength)
    return `The file needs a name of at most ${mostNameLength} characters.`
  if (!isPlainText(name) || /[/\\]|%(2f|5c|00)|^\.+$/i.test(name) || isReserved(name))
    return 'The name of the file holds characters that are not possible in a name.'
  return null
}

/** Device names of Windows, with or without an extension. */
const isReserved = (name: string): boolean => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)

const parsedForm = async ({
  request,
  bytes,
}: {
  request: Request
  bytes: Uint8Array
}): Promise<FormData | null> => {
  try {
    return await new Response(Buffer.from(bytes), {
      headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
    }).formData()
  } catch (error) {
    // Says a TypeError for every form it cannot read, a missing boundary among them.
    if (error instanceof TypeError) return null
    throw error
  }
}

const decodedText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const withBody = ({
  request,
  body,
}: {
  request: Request
  body: Uint8Array | FormData | null
}): Request => {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  // The form that is written anew has a boundary of its own.
  if (!(body instanceof Uint8Array)) headers.delete('content-type')
  return new Request(request.url, {
    method: request.method,
    headers,
    signal: request.signal,
    body: body instanceof Uint8Array ? Buffer.from(body) : body,
  })
}

const tooLarge = (): Admitted => refusal({ message: 'The request is too large.', status: 413 })

const refusal = ({ message, status }: { message: string; status: number }): Admitted => ({
  refusal: Response.json({ errors: [{ message }] }, { status }),
})
