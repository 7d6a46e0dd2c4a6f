import type { Day } from '#plugins/kernel/domain'

/** What a candidate agrees to, as it is kept with their answer. */
export const representationText = ({
  agencyName,
  clientName,
  title,
  validOn,
}: {
  agencyName: string | null
  clientName: string
  title: string
  validOn: Day
}): string =>
  `I give ${agencyName ?? 'the agency'} the right to represent me to ${clientName} for the position “${title}” until ${validOn}. For this position I have not agreed to be put forward by anybody else, and will not do so until then. I can take this back at any time before I am placed.`
