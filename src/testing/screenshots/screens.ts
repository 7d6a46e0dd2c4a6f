import pg from 'pg'
import type { Page } from 'playwright-core'

import type { Agency } from '../journeys/agency'

export type Screen = {
  name: string
  url: string
  /** The whole page instead of what fits the window. */
  isWhole?: boolean
  prepare?: (page: Page) => Promise<void>
}

/** Pictures that the README shows. */
export const documented: Readonly<Record<string, string>> = {
  'admin-dashboard-desktop-light': 'dashboard',
  'admin-board-desktop-light': 'board',
  'portal-hours-phone-light': 'hours-phone',
  'site-home-desktop-light': 'site',
}

const collections = [
  'order-requests',
  'job-orders',
  'submissions',
  'shortlists',
  'interviews',
  'offers',
  'candidates',
  'documents',
  'client-corporations',
  'client-contacts',
  'placements',
  'timesheets',
  'invoices',
  'payments',
  'sites',
  'pages',
  'outbound-mails',
  'users',
  'roles',
  'legal-entities',
]

/** Every screen of the product on the demo: lists and one record of each collection, sites, portals. */
export const screensOf = async (agency: Agency): Promise<Screen[]> => {
  const client = new pg.Client({ connectionString: agency.databaseUrl })
  await client.connect()
  const first = async (query: string): Promise<string | null> => {
    const { rows } = await client.query<{ value: string }>(query)
    return rows[0]?.value ?? null
  }
  try {
    const records: Screen[] = []
    for (const collection of collections) {
      const id = await first(
        `select id::text as value from "${collection.replaceAll('-', '_')}" order by created_at desc limit 1`,
      )
      records.push({
        name: `admin-list-${collection}`,
        url: `${agency.url}/admin/collections/${collection}`,
      })
      if (id)
        records.push({
          name: `admin-record-${collection}`,
          url: `${agency.url}/admin/collections/${collection}/${id}`,
        })
    }
    const busiest = await first(
      'select job_order_id::text as value from submissions group by 1 order by count(*) desc limit 1',
    )
    const slug = await first(
      `select slug as value from job_postings where state = 'published' order by published_at desc limit 1`,
    )
    return [
      { name: 'admin-dashboard', url: `${agency.url}/admin`, isWhole: true },
      { name: 'admin-desk', url: `${agency.url}/admin/desk` },
      ...(busiest
        ? [
            {
              name: 'admin-board',
              url: `${agency.url}/admin/collections/job-orders/${busiest}/board`,
            },
          ]
        : []),
      ...records,
      { name: 'site-home', url: `${agency.url}/`, isWhole: true },
      { name: 'site-jobs', url: `${agency.url}/jobs`, isWhole: true },
      ...(slug ? [{ name: 'site-job', url: `${agency.url}/jobs/${slug}`, isWhole: true }] : []),
      { name: 'site-request-staff', url: `${agency.url}/request-staff`, isWhole: true },
      { name: 'site-about', url: `${agency.url}/about`, isWhole: true },
      { name: 'site-contact', url: `${agency.url}/contact`, isWhole: true },
      { name: 'site-missing', url: `${agency.url}/nothing-here` },
      { name: 'admin-missing', url: `${agency.url}/admin/nothing-here` },
      { name: 'portal-login', url: `${agency.url}/portal` },
    ]
  } finally {
    await client.end()
  }
}
