import type { Scene, Screen } from './screen'

/** Takes away what pages read, in a database that nobody needs afterwards. */
export const breakPages = async ({ client }: Pick<Scene, 'client'>): Promise<void> => {
  for (const relation of ['job_orders', 'published_job_postings', 'submissions'])
    await client.query(`alter table ${relation} rename to ${relation}_taken_away`)
}

/** What people see when it is our fault. */
export const brokenScreens = ({ agency: { url } }: Pick<Scene, 'agency'>): Screen[] => [
  { name: 'site-broken', viewer: 'visitor', at: { url: `${url}/jobs` }, status: 500 },
  {
    name: 'portal-broken',
    viewer: 'candidate',
    at: { url: `${url}/portal/candidate` },
    status: 500,
  },
  { name: 'admin-broken', viewer: 'staff', at: { url: `${url}/admin` }, status: 500 },
]
