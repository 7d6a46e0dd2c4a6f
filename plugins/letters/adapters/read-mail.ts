import PostalMime, { type Address } from 'postal-mime'

import { normaliseEmail } from '#plugins/kernel/domain'
import { deliveryReports, type DeliveryReport } from '../domain/delivery-report'
import { isAutomatic, readableText, referencesIn } from '../domain/incoming'

export type ReadFile = { name: string; bytes: Uint8Array }

/** A mail that came in, as far as the product looks at it. */
export type ReadMail = {
  messageId: string | null
  references: readonly string[]
  fromAddress: string | null
  fromName: string | null
  /** Of all headers that name receivers, a copy and the way it came included. */
  toAddresses: readonly string[]
  subject: string
  text: string
  isAutomatic: boolean
  files: readonly ReadFile[]
  reports: readonly DeliveryReport[]
}

const mostText = 100_000
const mostHtml = 400_000

/**
 * Reads a mail from its bytes. Of HTML only the words are kept: nothing that a stranger wrote is shown
 * as markup anywhere, so nothing in it can load, run or pretend.
 *
 * @throws when it is nested or headed beyond all measure
 */
export const readMail = async (bytes: Uint8Array): Promise<ReadMail> => {
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
    maxHeadersSize: 500_000,
  })
  const reports = mail.attachments
    .filter(({ mimeType }) => mimeType === 'message/delivery-status')
    .flatMap(({ content }) => deliveryReports(textOf(content)))
  // The mail that came back, or its headers alone, stands in the report (RFC 3462).
  const returned = mail.attachments
    .filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
    .flatMap(({ content }) => messageIdsIn(textOf(content)))
  const [from] = mailboxesIn(mail.from ? [mail.from] : [])
  const fromAddress = addressOf(from?.address ?? '')
  const headers = mail.headers.map(({ key, value }) => ({ key, value }))
  const text = mail.text?.trim() ? mail.text : await wordsOfHtml(mail.html ?? '')
  return {
    messageId: referencesIn({ references: mail.messageId ?? null, inReplyTo: null })[0] ?? null,
    references: [
      ...new Set([
        ...referencesIn({
          references: mail.references ?? null,
          inReplyTo: mail.inReplyTo ?? null,
        }),
        ...(reports.length > 0 ? returned : []),
      ]),
    ],
    fromAddress,
    fromName: oneLine(from?.name ?? '', 200) || null,
    toAddresses: receivers({
      addresses: [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])],
      headers,
    }),
    subject: oneLine(mail.subject ?? '', 300) || '(no subject)',
    text: readableText({ text, most: mostText }),
    isAutomatic: reports.length > 0 || isAutomatic({ headers, from: fromAddress }),
    files: mail.attachments
      .filter(
        ({ mimeType, related }) =>
          !related &&
          mimeType !== 'message/delivery-status' &&
          mimeType !== 'message/rfc822' &&
          mimeType !== 'text/rfc822-headers',
      )
      .map(({ filename, content }) => ({
        name: oneLine(filename ?? '', 200) || 'File',
        bytes: bytesOf(content),
      })),
    reports,
  }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array => {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string'
    ? content
    : new TextDecoder().decode(bytesOf(content).slice(0, 200_000))

const messageIdsIn = (headers: string): string[] => {
  const found = /^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s\p{Cc}]{3,300}>)/imu.exec(headers)
  return found?.[1] ? [found[1]] : []
}

const addressOf = (text: string): string | null => normaliseEmail(oneLine(text, 254))

const oneLine = (text: string, most: number): string =>
  readableText({ text, most }).replaceAll(/\s+/g, ' ')

const mailboxesIn = (addresses: readonly Address[]): { name: string; address: string }[] =>
  addresses.flatMap((one) =>
    one.group ? one.group : [{ name: one.name, address: one.address ?? '' }],
  )

const receivers = ({
  addresses,
  headers,
}: {
  addresses: readonly Address[]
  headers: readonly { key: string; value: string }[]
}): string[] => {
  const way = headers
    .filter(({ key }) => key === 'delivered-to' || key === 'x-original-to' || key === 'envelope-to')
    .map(({ value }) => value.trim().replaceAll(/^<|>$/g, ''))
  const all = [...mailboxesIn(addresses).map(({ address }) => address), ...way]
  return [
    ...new Set(
      all.flatMap((address) => {
        const known = addressOf(address)
        return known ? [known] : []
      }),
    ),
  ].slice(0, 100)
}

const wordsOfHtml = async (html: string): Promise<string> => {
  if (html === '') return ''
  const { toPlainText } = await import('@react-email/render')
  return toPlainText(html.slice(0, mostHtml))
}
