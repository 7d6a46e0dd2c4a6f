/** Where a colleague stands with the system, as lists and commands tell it. */
export type Standing = 'invited' | 'withdrawn' | 'active' | 'disabled'

type Facts = {
  isDisabled?: boolean | null | undefined
  invitedAt?: string | null | undefined
  joinedAt?: string | null | undefined
}

/**
 * Invited until the first password is chosen; withdrawn when the invitation was taken back before.
 * An account that nobody invited (the first admin's) counts as joined.
 */
export const standingOf = ({ isDisabled, invitedAt, joinedAt }: Facts): Standing => {
  const isExpected = Boolean(invitedAt) && !joinedAt
  if (isDisabled === true) return isExpected ? 'withdrawn' : 'disabled'
  return isExpected ? 'invited' : 'active'
}

export const standingWords: Readonly<
  Record<Standing, { label: string; tone: 'neutral' | 'info' | 'good' | 'bad' }>
> = {
  invited: { label: 'Invited', tone: 'info' },
  withdrawn: { label: 'Invitation withdrawn', tone: 'neutral' },
  active: { label: 'Active', tone: 'good' },
  disabled: { label: 'Disabled', tone: 'bad' },
}
