import type { CollectionConfig, Config, Plugin, UIField } from 'payload'

import { discardJob } from './commands/discard-job'
import { exportAudit } from './commands/export-audit'
import { retryFailedJobs } from './commands/retry-failed-jobs'
import { retryJob } from './commands/retry-job'
import { personalData } from './database/personal-data'
import { FieldDefinitions } from './collections/field-definitions'
import { addCustomField } from './commands/add-custom-field'
import { changeCustomField } from './commands/change-custom-field'
import { orderCustomFields } from './commands/order-custom-fields'
import { removeCustomField } from './commands/remove-custom-field'
import { restoreCustomField } from './commands/restore-custom-field'
import { commandsEndpoint } from './endpoints/commands-endpoint'
import { exportEndpoint } from './endpoints/export-endpoint'
import { healthEndpoint } from './endpoints/health-endpoint'
import { liveEndpoint } from './endpoints/live-endpoint'
import { metricsEndpoint } from './endpoints/metrics-endpoint'
import { searchEndpoint } from './endpoints/search-endpoint'
import { timelineEndpoint } from './endpoints/timeline-endpoint'
import { customisedAll } from './fields/custom'
import {
  announceChange,
  announceDelete,
  announcementOf,
  type Announcement,
} from './hooks/announce-change'
import { keepHouseJob } from './jobs/keep-house'
import { sealEventsJob } from './jobs/seal-events'
import type { KernelOptions } from './options'
import { isExportable } from './queries/export-records'
import { kernelChecks } from './queries/system-checks'
import { contribute, timelineOf } from './registry/registry'

/** The ground every other plugin stands on: endpoints of the commands, health, live events, search. */
export const kernelPlugin =
  (options: KernelOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [...(config.collections ?? []), FieldDefinitions],
        endpoints: [
          ...(config.endpoints ?? []),
          commandsEndpoint(options),
          exportEndpoint(),
          healthEndpoint(options),
          liveEndpoint(options),
          metricsEndpoint(options),
          searchEndpoint,
          timelineEndpoint(),
        ],
      },
      contribution: {
        plugin: 'kernel',
        personalData,
        jobs: [sealEventsJob, keepHouseJob],
        commands: [
          retryJob,
          retryFailedJobs,
          discardJob,
          exportAudit,
          addCustomField,
          changeCustomField,
          orderCustomFields,
          removeCustomField,
          restoreCustomField,
        ],
        events: [
          { name: 'audit.exported', summary: 'The audit was taken out' },
          {
            name: 'audit.values-erased',
            summary: 'Personal values were erased from the audit; their hashes prove which',
          },
          {
            name: 'job.retried',
            summary: 'Somebody had a failed job, or all of a queue, tried once more',
          },
          {
            name: 'records.exported',
            summary: 'A colleague took a list of records away as a file',
          },
          { name: 'job.discarded', summary: 'Somebody gave a failed job up for good' },
          {
            name: 'demo.removed',
            summary: 'The demo was taken away; the seals of the audit began anew',
          },
          { name: 'backup.made', summary: 'A backup of the whole installation was written' },
          {
            name: 'backup.restored',
            summary: 'A backup took the place of what the installation held',
          },
        ],
        checks: kernelChecks,
        subjects: { 'custom-field': { collection: 'field-definitions', label: 'Custom field' } },
      },
    })

/**
 * Adds the announcing hooks to every collection that says how it is announced, and the timeline of
 * what they told beside its records, and to those that take them the fields of the agency's own. Runs
 * after all plugins.
 */
export const announceAll = (config: Config): Config => ({
  ...config,
  collections: (customisedAll(config).collections ?? [])
    .map(withAnnouncement(timelineOf(config)))
    .map(withFiles),
})

/** Every list goes out as a file, from its own menu. */
const withFiles = (collection: CollectionConfig): CollectionConfig =>
  isExportable(collection)
    ? {
        ...collection,
        admin: {
          ...collection.admin,
          components: {
            ...collection.admin?.components,
            listMenuItems: [
              ...(collection.admin?.components?.listMenuItems ?? []),
              '/plugins/kernel/admin/ListFiles#ListFiles',
            ],
          },
        },
      }
    : collection

const withAnnouncement =
  (timeline: string) =>
  (collection: CollectionConfig): CollectionConfig => {
    const announcement = announcementOf(collection)
    if (!announcement) return collection
    return {
      ...collection,
      fields: [...collection.fields, timelineField({ announcement, timeline })],
      hooks: {
        ...collection.hooks,
        afterChange: [...(collection.hooks?.afterChange ?? []), announceChange(announcement)],
        afterDelete: [...(collection.hooks?.afterDelete ?? []), announceDelete(announcement)],
      },
    }
  }

const timelineField = ({
  announcement: { subject },
  timeline,
}: {
  announcement: Announcement
  timeline: string
}): UIField => ({
  name: 'timeline',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    custom: { subject },
    components: { Field: timeline },
  },
})
