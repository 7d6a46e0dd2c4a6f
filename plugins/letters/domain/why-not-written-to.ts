/** What stands against writing to somebody. */
export type Standing = {
  isGone: boolean
  isBarred: boolean
  isOver: boolean
  isSilenced: boolean
  hasAddress: boolean
  isAddressGone: boolean
  isBlocked: boolean
  /** Took back the consent to be put forward, and the letter is about that. */
  isWithdrawn: boolean
  wantsNoMailings: boolean
  takesNews: boolean
}

/**
 * Why somebody is left out, in words for whoever writes; null when they may be written to. The first
 * reason that cannot be mended by the writer is told first.
 *
 * @param isNews also respects who wants no news; a letter about somebody’s own matter does not ask
 */
export const whyNotWrittenTo = ({
  standing,
  isNews,
}: {
  standing: Standing
  isNews: boolean
}): string | null => {
  if (standing.isGone) return 'No longer in the records.'
  if (standing.isBarred) return 'The agency does not work with them.'
  if (standing.isOver) return 'May not be kept any more, until they agree again.'
  if (standing.isSilenced) return 'Asked not to be contacted.'
  if (standing.isBlocked) return 'Not to be brought together with this client.'
  if (standing.isWithdrawn) return 'Took back the consent to be put forward.'
  if (!standing.hasAddress) return 'Has no e-mail address.'
  if (standing.isAddressGone) return 'Mail to this address comes back.'
  if (!isNews) return null
  if (standing.wantsNoMailings) return 'Wants no mailings.'
  return standing.takesNews ? null : 'Has not agreed to news or to being told of later jobs.'
}
