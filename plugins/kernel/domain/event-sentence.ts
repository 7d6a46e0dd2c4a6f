import type { Workflow } from './workflow'

/** What is needed of an event to say it in a sentence. */
export type ToldEvent = { name: string; from: string | null; to: string | null }

/**
 * An event as a short sentence. A plugin's own summary wins; a move is told by the labels of its
 * workflow; what is left is read off the name: `client-contact.updated` is "Client contact changed".
 */
export const sentenceOf = ({
  event,
  subject,
  summary,
  workflow,
}: {
  event: ToldEvent
  /** The kind of record in words: "Submission". */
  subject: string
  summary?: string | undefined
  workflow?: Workflow | undefined
}): string => {
  const to = labelOf({ workflow, state: event.to })
  if (to) {
    const from = labelOf({ workflow, state: event.from })
    return from ? `${subject}: from “${from}” to “${to}”` : `${subject} is now “${to}”`
  }
  if (summary) return summary
  const verb = event.name.split('.').at(-1) ?? event.name
  return `${subject} ${verbs[verb] ?? verb.replaceAll(/[-_]/g, ' ')}`
}

const verbs: Readonly<Record<string, string>> = {
  created: 'created',
  updated: 'changed',
  deleted: 'deleted',
}

const labelOf = ({
  workflow,
  state,
}: {
  workflow: Workflow | undefined
  state: string | null
}): string | null => (state && workflow?.states[state]?.label) || null
