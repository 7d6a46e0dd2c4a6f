export const interviewModes = ['phone', 'video', 'onsite'] as const

export type InterviewMode = (typeof interviewModes)[number]

export const interviewModeLabels: Record<InterviewMode, string> = {
  phone: 'By phone',
  video: 'By video',
  onsite: 'On site',
}

export const interviewModeOptions = interviewModes.map((value) => ({
  value,
  label: interviewModeLabels[value],
}))

/**
 * The round that comes next for a candidate: the first of the plan that is not held, agreed or proposed
 * yet. Interviews that were declined or called off do not count. Null after the last one, and where the
 * order has no plan.
 */
export const nextRound = <Round extends { name: string }>({
  plan,
  held,
}: {
  plan: readonly Round[]
  /** Names of the rounds the candidate has or had. */
  held: readonly (string | null)[]
}): Round | null => plan.find(({ name }) => !held.includes(name)) ?? null
