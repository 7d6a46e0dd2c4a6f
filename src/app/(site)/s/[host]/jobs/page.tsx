import type { Metadata } from 'next'

import { jobsPerPage, publishedJobs } from '#plugins/site'
import { Pagination } from '#themes/base'
import { jobSummary } from '../job-summary'
import { siteOf, typeLabels, type Params } from '../site-of'
import { filterFrom, type SearchParams } from './filter'

export const metadata: Metadata = { title: 'Jobs' }

const Page = async ({ params, searchParams }: Params & { searchParams: Promise<SearchParams> }) => {
  const { site, theme, req } = await siteOf((await params).host)
  const { PageHead, JobSearchBar, JobList, Section } = theme.parts
  const filter = filterFrom(await searchParams)
  const { jobs, total } = await publishedJobs({ req, siteId: site.id, filter })
  const pages = Math.max(1, Math.ceil(total / jobsPerPage))
  const isFiltered = filter.text !== '' || filter.place !== '' || filter.type !== null
  const hrefOf = (page: number) => {
    const query = new URLSearchParams({
      ...(filter.text ? { q: filter.text } : {}),
      ...(filter.place ? { place: filter.place } : {}),
      ...(filter.type ? { type: filter.type } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    })
    return query.size > 0 ? `/jobs?${query}` : '/jobs'
  }
  return (
    <>
      <PageHead title="Open jobs" lead={site.replyPromise ?? undefined}>
        <JobSearchBar
          action="/jobs"
          values={{ q: filter.text, place: filter.place, type: filter.type ?? '' }}
          names={{ text: 'q', place: 'place', type: 'type' }}
          types={Object.entries(typeLabels).map(([value, label]) => ({ value, label }))}
        />
      </PageHead>
      <Section>
        <JobList
          jobs={jobs.map((job) => jobSummary({ job, site }))}
          countLabel={`${total} ${total === 1 ? 'job' : 'jobs'}${isFiltered ? ' found' : ''}`}
          headingLevel={2}
          empty={{
            title: 'Nothing fits this search yet',
            text: 'Try fewer words or a wider place, or look at everything that is open.',
            action: { label: 'Show all jobs', href: '/jobs' },
          }}
        />
        {pages > 1 ? (
          <Pagination
            label="Pages of jobs"
            position={`Page ${filter.page} of ${pages}`}
            {...(filter.page > 1
              ? { previous: { href: hrefOf(filter.page - 1), label: 'Previous' } }
              : {})}
            {...(filter.page < pages
              ? { next: { href: hrefOf(filter.page + 1), label: 'Next' } }
              : {})}
          />
        ) : null}
      </Section>
    </>
  )
}

export default Page
