import type { CollectionConfig, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { Pages } from './collections/pages'
import { Sites } from './collections/sites'

export {
  jobBySlug,
  jobsPerPage,
  openJobCounts,
  publishedJobs,
  type JobFilter,
  type PublishedJob,
} from './queries/published-jobs'
import { personalData } from './database/personal-data'
export { siteByHost, type PublicSite } from './queries/site-by-host'
export { menuOf, pageBySlug } from './queries/site-pages'

/** The agency's public websites and the job board on them. */
export const sitePlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [...(config.collections ?? []).map(withWebsites), Sites, Pages],
    },
    contribution: {
      plugin: 'site',
      personalData,
      settings: [
        {
          area: 'voice',
          label: 'Websites',
          text: 'Addresses, themes, words and pages of your public sites.',
          path: '/collections/sites',
          permission: 'site.write',
        },
      ],
      subjects: {
        site: { collection: 'sites', label: 'Website' },
        page: { collection: 'pages', label: 'Page' },
      },
    },
  })

/** A brand shows the websites that use it. */
const withWebsites = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'brands'
    ? {
        ...collection,
        fields: [
          ...collection.fields,
          {
            name: 'websites',
            type: 'join',
            collection: 'sites',
            on: 'brand',
            label: label('Websites'),
            admin: { allowCreate: false, defaultColumns: ['name', 'hostname'] },
          },
        ],
      }
    : collection
