import { expect, it } from 'vitest'
import { describeHouse } from './describe-house'

const readmes: Record<string, string> = {
  kernel: '# kernel\n\n![badge](x.svg)\n\nThe ground the\nothers stand on. And more.\n',
  agency: '# agency\n\nPeople and offices.\n',
  work: '# work\n\nTasks and mail!\n',
}

it('lists the plugins that exist and draws each arrow that no other path tells', () => {
  const readme = describeHouse({ readme: '# House\n', readmeOf: (name) => readmes[name] ?? null })
  expect(readme).toBe(`# House

## The plugins

<!-- generated:plugins -->

| Plugin | What it is for | May use |
| --- | --- | --- |
| [kernel](plugins/kernel/README.md) | The ground the others stand on. |  |
| [agency](plugins/agency/README.md) | People and offices. | \`kernel\` |
| [work](plugins/work/README.md) | Tasks and mail! | \`kernel\`, \`agency\` |

\`\`\`mermaid
flowchart BT
  kernel
  agency
  work
  agency --> kernel
  work --> agency
\`\`\`

<!-- /generated:plugins -->
`)
})
