/** Whom a waiting task waits for. */
export const waitedFor = {
  client: 'The client',
  candidate: 'The candidate',
  colleague: 'A colleague',
  other: 'Somebody else',
} as const

export type WaitedFor = keyof typeof waitedFor

export const waitedForKeys = ['client', 'candidate', 'colleague', 'other'] as const

/** How urgent a task is among those of the same day. */
export const taskPriorities = {
  high: 'Urgent',
  normal: 'Normal',
  low: 'When there is time',
} as const

export type TaskPriority = keyof typeof taskPriorities

export const taskPriorityKeys = ['high', 'normal', 'low'] as const

/** How a task came about. */
export const taskSources = {
  staff: 'By a colleague',
  clock: 'A clock ran out',
  playbook: 'A playbook',
  rule: 'A rule',
} as const

export type TaskSource = keyof typeof taskSources
