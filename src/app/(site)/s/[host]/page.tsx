import { openJobCounts, publishedJobs } from '#plugins/site'
import { jobSummary } from './job-summary'
import { siteOf, typeLabels, type Params } from './site-of'

const Page = async ({ params }: Params) => {
  const { site, theme, req } = await siteOf((await params).host)
  const { Hero, JobSearchBar, JobList, Section, SectorGrid, Steps, CtaBand } = theme.parts
  const [{ jobs, total }, counts] = await Promise.all([
    publishedJobs({ req, siteId: site.id, filter: { text: '', place: '', type: null, page: 1 } }),
    openJobCounts({ req, siteId: site.id }),
  ])
  return (
    <>
      <Hero
        eyebrow={site.name}
        title={site.tagline ?? 'Work that fits, people who stay'}
        {...(site.lead ? { lead: site.lead } : {})}
        {...(site.replyPromise ? { proofs: [site.replyPromise] } : {})}
        hasArt
      >
        <JobSearchBar
          action="/jobs"
          values={{}}
          names={{ text: 'q', place: 'place', type: 'type' }}
          types={Object.entries(typeLabels).map(([value, label]) => ({ value, label }))}
        />
      </Hero>
      <Section
        title="Open right now"
        lead="Every job here is a real vacancy of a client we know."
        more={{ label: `All ${total} jobs`, href: '/jobs' }}
      >
        <JobList
          jobs={jobs.slice(0, 6).map((job) => jobSummary({ job, site }))}
          countLabel={`${total} open ${total === 1 ? 'job' : 'jobs'}`}
          headingLevel={3}
          empty={{
            title: 'No open jobs just now',
            text: 'New ones come in every week. Tell us what you are looking for.',
            action: { label: 'Contact us', href: '/contact' },
          }}
        />
      </Section>
      {counts.length > 0 ? (
        <SectorGrid
          title="Find your kind of work"
          sectors={counts.map(({ type, count }) => ({
            name: `${typeLabels[type]} work`,
            href: `/jobs?type=${type}`,
            countLabel: `${count} ${count === 1 ? 'job' : 'jobs'}`,
          }))}
        />
      ) : null}
      <Steps
        title="How it works"
        steps={[
          {
            title: 'Apply in two minutes',
            text: 'No account, from your phone, with the CV you have.',
          },
          {
            title: 'We talk',
            text: 'A consultant who knows the client calls you and answers honestly.',
          },
          {
            title: 'You start',
            text: 'Hours by phone, pay on time, and somebody to call when it is not right.',
          },
        ]}
      />
      <CtaBand
        title="Need people?"
        text="Tell us whom you are looking for. A consultant answers the same working day."
        actions={[{ label: 'Request staff', href: '/request-staff' }]}
      />
    </>
  )
}

export default Page
