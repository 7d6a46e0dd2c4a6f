import type { Workflow } from '#plugins/kernel/domain'
import type { Status } from '#themes/contract'

/** A state in the workflow's own word and tone; portals with other words for a state pass them. */
export const statusOf = ({
  workflow,
  state,
  words = {},
}: {
  workflow: Workflow
  state: string
  words?: Readonly<Record<string, string>>
}): Status => {
  const known = Object.hasOwn(workflow.states, state) ? workflow.states[state] : undefined
  return { tone: known?.tone ?? 'neutral', label: words[state] ?? known?.label ?? state }
}
