import { bounceKindOf, type BounceKind } from '#plugins/work/domain'

/** What a mail server reports about one recipient (RFC 3464, 2.3). */
export type DeliveryReport = {
  recipient: string
  action: string
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  status: string | null
  diagnostic: string | null
}

/** As many as one of our mails has recipients, with room for servers that repeat themselves. */
const mostReports = 20

/**
 * The recipients that a part of type `message/delivery-status` tells of: blocks of header lines with an
 * empty line between, the first about the message as a whole.
 */
export const deliveryReports = (text: string): DeliveryReport[] => {
  const blocks = text
    .slice(0, 200_000)
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map(fieldsOf)
  return blocks
    .slice(0, 200)
    .flatMap((fields) => {
      const recipient = addressIn(fields.get('final-recipient') ?? fields.get('original-recipient'))
      if (!recipient) return []
      return [
        {
          recipient,
          action: (fields.get('action') ?? '').trim().toLowerCase(),
          status: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ?? null,
          diagnostic:
            fields
              .get('diagnostic-code')
              ?.replace(/^[^;]*;\s*/, '')
              .trim() ?? null,
        },
      ]
    })
    .slice(0, mostReports)
}

/** How an address is to be taken after a report; null when nothing came back (delayed, delivered). */
export const bounceIn = (report: DeliveryReport): BounceKind | null => {
  if (report.action !== 'failed') return null
  return bounceKindOf({ answer: report.diagnostic ?? '', status: report.status }) ?? 'soft'
}

const fieldsOf = (block: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  // A line that begins with a blank goes on with the one before (RFC 5322, 2.2.3).
  for (const line of block.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  return fields
}

/** `rfc822; somebody@example.com`, with or without angle brackets. */
const addressIn = (value: string | undefined): string | null => {
  const text = value
    ?.replace(/^[^;]*;/, '')
    .trim()
    .replaceAll(/^<|>$/g, '')
    .toLowerCase()
  return text?.includes('@') ? text : null
}
