import type { CollectionConfig, Config, Plugin } from 'payload'

import { commandsEndpoint } from './endpoints/commands-endpoint'
import { healthEndpoint } from './endpoints/health-endpoint'
import { liveEndpoint } from './endpoints/live-endpoint'
import { openApiEndpoint } from './endpoints/open-api-endpoint'
import { announceChange, announceDelete, type Announcement } from './hooks/announce-change'
import type { KernelOptions } from './options'

/** The ground every other plugin stands on: endpoints of the commands, health, live events, OpenAPI. */
export const kernelPlugin =
  (options: KernelOptions): Plugin =>
  (config) => ({
    ...config,
    endpoints: [
      ...(config.endpoints ?? []),
      commandsEndpoint(options),
      healthEndpoint(options),
      liveEndpoint(options),
      openApiEndpoint(options),
    ],
  })

/** Adds the announcing hooks to every collection that says how it is announced. Runs after all plugins. */
export const announceAll = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withAnnouncement),
})

const withAnnouncement = (collection: CollectionConfig): CollectionConfig => {
  const announcement = announcementOf(collection)
  if (!announcement) return collection
  return {
    ...collection,
    hooks: {
      ...collection.hooks,
      afterChange: [...(collection.hooks?.afterChange ?? []), announceChange(announcement)],
      afterDelete: [...(collection.hooks?.afterDelete ?? []), announceDelete(announcement)],
    },
  }
}

export const announcementOf = (collection: {
  slug: string
  custom?: Record<string, unknown>
}): Announcement | null => {
  const announce: unknown = collection.custom?.announce
  return isAnnouncement(announce) ? announce : null
}

const isAnnouncement = (value: unknown): value is Announcement =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'subject') === 'string'
