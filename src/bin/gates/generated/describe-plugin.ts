import { nextStatesOf, statesOf, type Workflow } from '#plugins/kernel/domain'
import type { Contribution } from '#plugins/kernel'
import { code, hasSection, mermaid, table, withSection } from './markdown'

/** A plugin's README with the tables of its workflows, events and commands as the code has them. */
export const describePlugin = ({
  readme,
  contributions,
}: {
  readme: string
  contributions: readonly Contribution[]
}): string =>
  sections.reduce((markdown, { name, title, bodyOf }) => {
    const body = bodyOf(contributions)
    if (body === null && !hasSection({ markdown, name })) return markdown
    return withSection({ markdown, name, title, body: body ?? 'None.' })
  }, readme)

type Section = {
  name: string
  title: string
  /** Null when the plugin has nothing of the kind. */
  bodyOf: (contributions: readonly Contribution[]) => string | null
}

const sections: readonly Section[] = [
  {
    name: 'workflows',
    title: 'Workflows',
    bodyOf: (contributions) => {
      const workflows = contributions.flatMap(({ workflows: own }) => own ?? [])
      return workflows.length === 0 ? null : workflows.map(describeWorkflow).join('\n\n')
    },
  },
  {
    name: 'events',
    title: 'Events',
    bodyOf: (contributions) => {
      const events = contributions.flatMap(({ events: own }) => own ?? [])
      return events.length === 0
        ? null
        : table({
            head: ['Event', 'When'],
            rows: events.map(({ name, summary }) => [code(name), summary]),
          })
    },
  },
  {
    name: 'commands',
    title: 'Commands',
    bodyOf: (contributions) => {
      const commands = contributions.flatMap(({ commands: own }) => own ?? [])
      return commands.length === 0
        ? null
        : table({
            head: ['Command', 'What it does', 'Who may call it'],
            rows: commands.map(({ name, summary, allow }) => [
              code(name),
              summary,
              describeAllow(allow),
            ]),
          })
    },
  },
]

type Allow = NonNullable<Contribution['commands']>[number]['allow']

const describeAllow = ({ staff, anyStaff, portal, link, anonymous }: Allow): string => {
  const callers = [
    ...(staff === undefined ? [] : [`staff with ${code(staff)}`]),
    ...(anyStaff ? ['every member of staff'] : []),
    ...(portal ?? []).map((kind) => `a signed-in ${kind.replaceAll('-', ' ')}`),
    ...(link === undefined ? [] : [`the holder of a ${code(link.purpose)} link`]),
    ...(anonymous ? ['anybody'] : []),
  ]
  return callers.length === 0 ? 'the system' : callers.join('; ')
}

/** The table of moves and its picture. */
const describeWorkflow = (workflow: Workflow): string => {
  const { name, collection } = workflow
  const moves = movesOf(workflow)
  return [
    `**${name}** (${code(collection)})`,
    table({
      head: ['From', 'To', 'Who', 'Needs', 'Event'],
      rows: moves.map(({ from, to, move }) => [
        labelOf({ workflow, state: from }),
        labelOf({ workflow, state: to }),
        move.permission === undefined ? 'commands only' : `staff with ${code(move.permission)}`,
        [...(move.needs ?? []).map(code), ...(move.needsReason ? ['a reason'] : [])].join(', '),
        code(move.event),
      ]),
    }),
    mermaid([
      'stateDiagram-v2',
      ...statesOf(workflow).map(
        (state) => `  state "${labelOf({ workflow, state })}" as ${idOf(state)}`,
      ),
      `  [*] --> ${idOf(workflow.initial)}`,
      ...moves.map(({ from, to, move }) => `  ${idOf(from)} --> ${idOf(to)}: ${move.event}`),
      ...statesOf(workflow)
        .filter((state) => nextStatesOf({ workflow, from: state }).length === 0)
        .map((state) => `  ${idOf(state)} --> [*]`),
    ]),
  ].join('\n\n')
}

const movesOf = (workflow: Workflow) =>
  statesOf(workflow).flatMap((from) =>
    nextStatesOf({ workflow, from }).flatMap((to) => {
      const move = workflow.states[from]?.next[to]
      return move ? [{ from, to, move }] : []
    }),
  )

const labelOf = ({ workflow, state }: { workflow: Workflow; state: string }): string =>
  workflow.states[state]?.label ?? state

/** Mermaid reads a hyphen in an id as the start of an arrow. */
const idOf = (state: string): string => state.replaceAll('-', '_')
