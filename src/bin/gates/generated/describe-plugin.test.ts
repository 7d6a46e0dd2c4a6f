import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineWorkflow } from '#plugins/kernel/domain'
import { describePlugin } from './describe-plugin'

const doorWorkflow = defineWorkflow<'shut' | 'half-open' | 'gone'>({
  name: 'door',
  collection: 'doors',
  initial: 'shut',
  states: {
    shut: {
      label: 'Shut',
      tone: 'neutral',
      next: {
        'half-open': { event: 'door.opened', permission: 'doors.open', needs: ['key'] },
        gone: { event: 'door.removed', needsReason: true },
      },
    },
    'half-open': { label: 'Half open', tone: 'good', next: {} },
    gone: { label: 'Gone', tone: 'bad', next: {} },
  },
})

const openDoor = {
  name: 'open-door',
  summary: 'Opens it.',
  input: z.object({}),
  allow: { staff: 'doors.open', portal: ['client-contact' as const], link: { purpose: 'door' } },
  linkSubject: () => null,
  run: () => Promise.resolve({ ok: true as const, value: null }),
}

const expected = `# Doors

Doors of rooms.

## Workflows

<!-- generated:workflows -->

**door** (\`doors\`)

| From | To | Who | Needs | Event |
| --- | --- | --- | --- | --- |
| Shut | Half open | staff with \`doors.open\` | \`key\` | \`door.opened\` |
| Shut | Gone | commands only | a reason | \`door.removed\` |

\`\`\`mermaid
stateDiagram-v2
  state "Shut" as shut
  state "Half open" as half_open
  state "Gone" as gone
  [*] --> shut
  shut --> half_open: door.opened
  shut --> gone: door.removed
  half_open --> [*]
  gone --> [*]
\`\`\`

<!-- /generated:workflows -->

## Events

<!-- generated:events -->

| Event | When |
| --- | --- |
| \`door.opened\` | a door was opened |

<!-- /generated:events -->

## Commands

<!-- generated:commands -->

| Command | What it does | Who may call it |
| --- | --- | --- |
| \`open-door\` | Opens it. | staff with \`doors.open\`; a signed-in client contact; the holder of a \`door\` link |
| \`shut-door\` | Shuts it. | the system |

<!-- /generated:commands -->
`

it('writes workflows with their picture, events and commands, and is stable', () => {
  const contributions = [
    {
      plugin: 'doors',
      workflows: [doorWorkflow],
      events: [{ name: 'door.opened', summary: 'a door was opened' }],
      commands: [openDoor, { ...openDoor, name: 'shut-door', summary: 'Shuts it.', allow: {} }],
    },
  ]
  const once = describePlugin({ readme: '# Doors\n\nDoors of rooms.\n', contributions })
  expect(once).toBe(expected)
  expect(describePlugin({ readme: once, contributions })).toBe(once)
})

it('leaves a README alone when the plugin has nothing of the kind', () => {
  expect(describePlugin({ readme: '# Doors\n', contributions: [{ plugin: 'doors' }] })).toBe(
    '# Doors\n',
  )
})

it('says None in a section whose last entry went', () => {
  const readme = '<!-- generated:events -->\n\nold\n\n<!-- /generated:events -->\n'
  expect(describePlugin({ readme, contributions: [] })).toBe(
    '<!-- generated:events -->\n\nNone.\n\n<!-- /generated:events -->\n',
  )
})
