import type { MergeFields } from '#plugins/kernel/domain'

/** What a letter to candidates of an order may merge in; nothing of rates, notes or other people. */
export const candidateLetterFields: MergeFields = {
  'reader.firstName': { label: 'First name of the candidate', sample: 'Ana' },
  'reader.name': { label: 'Name of the candidate', sample: 'Ana Silva' },
  'order.title': { label: 'Title of the order', sample: 'Registered nurse, nights' },
  'order.ref': { label: 'Reference of the order', sample: 'JO-2026-0142' },
}

/** Why somebody is left out of a letter to many; null when they may be written to. */
export const whyNotWrittenTo = ({
  isBarred,
  isSilenced,
  hasAddress,
  hasTakenBackConsent,
}: {
  isBarred: boolean
  isSilenced: boolean
  hasAddress: boolean
  hasTakenBackConsent: boolean
}): string | null => {
  if (isBarred) return 'The agency does not work with this candidate.'
  if (isSilenced) return 'This candidate asked not to be contacted.'
  if (hasTakenBackConsent)
    return 'This candidate took back their consent, or may not be kept any more.'
  return hasAddress ? null : 'This candidate has no e-mail address.'
}
