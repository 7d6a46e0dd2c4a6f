import type { MergeValues } from '#plugins/work/domain'

/** What is merged into the letter of one reader. */
export const letterValues = ({
  person,
  order,
  sender,
  agency,
}: {
  person: { firstName: string; name: string; clientName: string | null }
  order: { title: string; ref: string | null } | null
  sender: string | null
  agency: string
}): MergeValues => ({
  'reader.firstName': person.firstName,
  'reader.name': person.name,
  'client.name': person.clientName,
  'order.title': order?.title ?? null,
  'order.ref': order?.ref ?? null,
  'sender.name': sender,
  agency,
})

/** How a letter begins and ends; what is between, people write. */
export const greetingOf = (firstName: string): string =>
  firstName.trim() ? `Hello ${firstName.trim()},` : 'Hello,'

export const closingOf = ({ sender, agency }: { sender: string | null; agency: string }): string =>
  `Kind regards, ${[sender?.trim(), agency].filter(Boolean).join(' · ')}`
