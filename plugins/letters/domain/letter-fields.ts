import type { MergeFields } from '#plugins/kernel/domain'

export const letterReaders = ['candidate', 'client-contact'] as const

export type LetterReader = (typeof letterReaders)[number]

export const readerLabels: Readonly<Record<LetterReader, string>> = {
  candidate: 'Candidates',
  'client-contact': 'Contacts of clients',
}

/**
 * What a letter may merge in: who reads it, who writes it, and which job it is about. Nothing of pay,
 * rates, notes or other people, so that no template can tell one person of another.
 */
export const letterFields = (reader: LetterReader): MergeFields => ({
  'reader.firstName': { label: 'First name of the reader', sample: 'Ana' },
  'reader.name': { label: 'Name of the reader', sample: 'Ana Silva' },
  ...(reader === 'client-contact'
    ? { 'client.name': { label: 'Their company', sample: 'Meridian Health' } }
    : {}),
  'order.title': { label: 'Title of the order', sample: 'Registered nurse, nights' },
  'order.ref': { label: 'Reference of the order', sample: 'JO-2026-0142' },
  'sender.name': { label: 'Your name', sample: 'Maya Okafor' },
  agency: { label: 'Name of the agency', sample: 'Harbour Staffing' },
})
