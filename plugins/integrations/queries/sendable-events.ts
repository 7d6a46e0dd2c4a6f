import type { SanitizedConfig } from 'payload'

import { announcementOf, registryOf } from '#plugins/kernel'
import { isSent } from '../domain'

/** Every event that can be chosen, by name, with what it tells. */
export const sendableEvents = (config: SanitizedConfig): { name: string; summary: string }[] => {
  const registry = registryOf(config)
  const found = new Map<string, string>()
  for (const { name, summary } of registry.events.values()) found.set(name, summary)
  for (const workflow of registry.workflows.values())
    for (const state of Object.values(workflow.states))
      for (const [to, move] of Object.entries(state.next))
        if (move && !found.has(move.event))
          found.set(move.event, `${workflow.name}: now “${workflow.states[to]?.label ?? to}”`)
  for (const collection of config.collections) {
    const announcement = announcementOf(collection)
    if (!announcement) continue
    const kind = registry.subjects.get(announcement.subject)?.label ?? announcement.subject
    for (const what of ['created', 'updated', 'deleted'])
      if (!found.has(`${announcement.subject}.${what}`))
        found.set(`${announcement.subject}.${what}`, `${kind} was ${what}`)
  }
  return [...found]
    .filter(([name]) => isSent(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, summary]) => ({ name, summary }))
}

/** A choice of an endpoint that is one: an event, a kind of record, or all. */
export const isChoosable = ({
  config,
  choice,
}: {
  config: SanitizedConfig
  choice: string
}): boolean =>
  choice === '*' ||
  sendableEvents(config).some(({ name }) => name === choice || `${name.split('.')[0]}.*` === choice)
