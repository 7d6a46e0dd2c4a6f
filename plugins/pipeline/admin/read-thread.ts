export type ShownMessage = {
  id: string
  text: string
  who: string
  isOurs: boolean
  isRead: boolean
  /** Written by the client and not read by the team yet. */
  isNew: boolean
  writtenAt: string
}

export type ThreadAnswer =
  | {
      kind: 'read'
      messages: readonly ShownMessage[]
      contact: { id: string; title: string } | null
    }
  | { kind: 'failed'; message: string }

/** The newest messages about an order, newest first, as the reader may see them. */
export const readThread = async (jobOrderId: string): Promise<ThreadAnswer> => {
  const query = `where[jobOrder][equals]=${encodeURIComponent(jobOrderId)}&sort=-createdAt&limit=50&depth=1`
  const response = await asked(`/api/client-messages?${query}`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  const body: unknown = await response.json()
  const docs: unknown = field(body, 'docs')
  if (!response.ok || !Array.isArray(docs))
    return { kind: 'failed', message: 'The messages could not be read.' }
  const contact = docs.length > 0 ? field(docs[0], 'contact') : null
  const contactId = text(contact, 'id')
  return {
    kind: 'read',
    messages: docs.map(shown),
    contact: contactId ? { id: contactId, title: nameOf(contact) } : null,
  }
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

const shown = (message: unknown): ShownMessage => {
  const isOurs = field(message, 'writtenBy') === 'agency'
  const isRead = text(message, 'readAt') !== ''
  const contact = nameOf(field(message, 'contact'))
  return {
    id: text(message, 'id'),
    text: text(message, 'text'),
    who: isOurs
      ? `${text(field(message, 'author'), 'name') || 'The agency'} to ${contact}`
      : contact,
    isOurs,
    isRead,
    isNew: !isOurs && !isRead,
    writtenAt: text(message, 'createdAt'),
  }
}

/** A contact whom the reader may not see has no name here. */
const nameOf = (contact: unknown): string =>
  [text(contact, 'firstName'), text(contact, 'lastName')].filter(Boolean).join(' ') || 'the contact'

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const text = (value: unknown, name: string): string => {
  const found = field(value, name)
  return typeof found === 'string' ? found : ''
}
