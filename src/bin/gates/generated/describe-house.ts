import { pluginOrder, usableBy, type PluginName } from '../../../architecture'
import { code, mermaid, table, withSection } from './markdown'

/**
 * The root README with the map of the plugins that exist: what each is for, in the first sentence
 * of its own README, and whom it may use.
 */
export const describeHouse = ({
  readme,
  readmeOf,
}: {
  readme: string
  /** The README of a plugin, or null while the plugin does not exist. */
  readmeOf: (plugin: PluginName) => string | null
}): string => {
  const plugins = pluginOrder.flatMap((name) => {
    const own = readmeOf(name)
    return own === null ? [] : [{ name, sentence: firstSentence(own) }]
  })
  const existing = new Set(plugins.map(({ name }) => name))
  const body = [
    table({
      head: ['Plugin', 'What it is for', 'May use'],
      rows: plugins.map(({ name, sentence }) => [
        `[${name}](plugins/${name}/README.md)`,
        sentence,
        usableBy(name)
          .filter((other) => existing.has(other))
          .map(code)
          .join(', '),
      ]),
    }),
    mermaid([
      'flowchart BT',
      ...plugins.map(({ name }) => `  ${name}`),
      ...plugins.flatMap(({ name }) =>
        directlyUsed({ name, existing }).map((other) => `  ${name} --> ${other}`),
      ),
    ]),
  ].join('\n\n')
  return withSection({ markdown: readme, name: 'plugins', title: 'The plugins', body })
}

/** Arrows that no path over another plugin already tells. */
const directlyUsed = ({
  name,
  existing,
}: {
  name: PluginName
  existing: ReadonlySet<PluginName>
}): PluginName[] => {
  const used = usableBy(name).filter((other) => existing.has(other))
  return used.filter((other) => !used.some((between) => usableBy(between).includes(other)))
}

const firstSentence = (readme: string): string => {
  const paragraph = readme
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(#|<|!\[|```|\|)/.test(part))
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(paragraph ?? '')?.[0] ?? paragraph ?? ''
  return sentence.replaceAll(/\s+/g, ' ')
}
