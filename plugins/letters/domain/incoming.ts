/** A header of a mail that came in, its name in lower case. */
export type MailHeader = { key: string; value: string }

/**
 * Whether a program wrote it: an absence note, a list, a report. Nobody waits for an answer to it, and
 * it is no answer of the person (RFC 3834, 2 and 5; RFC 2919).
 */
export const isAutomatic = ({
  headers,
  from,
}: {
  headers: readonly MailHeader[]
  from: string | null
}): boolean => {
  const value = (name: string): string =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? ''
  if (value('auto-submitted') !== '' && !value('auto-submitted').startsWith('no')) return true
  if (/^(bulk|junk|list|auto_reply)\b/.test(value('precedence'))) return true
  if (value('list-id') !== '' || value('x-autoreply') !== '' || value('x-autorespond') !== '')
    return true
  if (value('return-path') === '<>') return true
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)([+.@]|$)/i.test(from ?? '')
}

/** The Message-IDs that a mail answers, as they are written, the oldest first, each once. */
export const referencesIn = ({
  references,
  inReplyTo,
}: {
  references: string | null
  inReplyTo: string | null
}): string[] => {
  const ids = [
    ...`${references ?? ''} ${inReplyTo ?? ''}`
      .slice(0, 20_000)
      .matchAll(/<[^<>\s\p{Cc}]{3,300}>/gu),
  ].map(([id]) => id)
  return [...new Set(ids)].slice(-50)
}

const dashed = (hex: string): string =>
  hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The mails of our own outbox among them: numbered by their row under our own host. */
export const ownMailIdsIn = ({
  references,
  host,
}: {
  references: readonly string[]
  host: string
}): string[] =>
  references.flatMap((reference) => {
    const parts = /^<([0-9a-f-]{36})@([^<>@]+)>$/i.exec(reference)
    return parts?.[1] && parts[2]?.toLowerCase() === host.toLowerCase()
      ? [parts[1].toLowerCase()]
      : []
  })

/** The address that answers to one mail come to: `answers+<id of the mail>@agency.com`. */
export const replyAddress = (mailbox: string): string => mailbox.replace('@', '+{id}@')

/** The mail that an answer belongs to, by the address it was sent to; null when it names none. */
export const mailIdInAddress = ({
  addresses,
  mailbox,
}: {
  addresses: readonly string[]
  mailbox: string
}): string | null => {
  const [local = '', domain = ''] = mailbox.toLowerCase().split('@')
  for (const address of addresses) {
    const [name = '', host] = address.toLowerCase().split('@')
    const token = name.startsWith(`${local}+`) ? name.slice(local.length + 1) : ''
    if (host === domain && /^[0-9a-f]{32}$/.test(token)) return dashed(token)
  }
  return null
}

/** Text that people wrote, without what a database or a reader trips over. */
export const readableText = ({ text, most }: { text: string; most: number }): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim()
    .slice(0, most)
    .toWellFormed()

/**
 * What somebody wrote themselves, apart from the mail they answer: lines that are quoted by `>` at the
 * end, and the line before that says who wrote when.
 */
export const withoutQuote = (text: string): { own: string; quoted: string } => {
  const lines = text.split('\n')
  let end = lines.length
  while (end > 0 && (lines[end - 1]?.trim() === '' || lines[end - 1]?.startsWith('>'))) end -= 1
  if (end === lines.length || !lines.slice(end).some((line) => line.startsWith('>')))
    return { own: text, quoted: '' }
  // “On Monday … wrote:”, over at most two lines.
  const from = lines[end - 1]?.trimEnd().endsWith(':')
    ? end - (lines[end - 2]?.startsWith('On ') ? 2 : 1)
    : end
  const own = lines.slice(0, from).join('\n').trim()
  return own === '' ? { own: text, quoted: '' } : { own, quoted: lines.slice(from).join('\n') }
}
