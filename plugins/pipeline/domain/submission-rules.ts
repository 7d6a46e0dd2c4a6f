/** What an agency asks for before a candidate is shown to a client. */
export type SubmissionRules = {
  /** A candidate is shown only with their right to represent. */
  isRepresentationAsked: boolean
  /** For how many days a right to represent is given. */
  representationDays: number
  /** For how many days a candidate counts as sent to a client for a role; 0 lets them be sent again. */
  sameRoleDays: number
}

/** Until an agency says otherwise. Half a year is what introductions are usually protected for. */
export const usualSubmissionRules: SubmissionRules = {
  isRepresentationAsked: false,
  representationDays: 180,
  sameRoleDays: 180,
}

export const representationWishes = ['as-agency', 'asked', 'not-asked'] as const

export type RepresentationWish = (typeof representationWishes)[number]

/** What the order says goes before what the client’s or the agency’s rules say. */
export const asksRepresentation = ({
  wish,
  rules,
}: {
  wish: RepresentationWish | null | undefined
  rules: SubmissionRules
}): boolean => wish === 'asked' || (wish !== 'not-asked' && rules.isRepresentationAsked)

/** 'Café Manager (nights)' and 'cafe manager – Nights' are one role: words count, not how they look. */
export const isSameRole = (one: string, other: string): boolean => foldRole(one) === foldRole(other)

const foldRole = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words || title.trim()
}
