import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { PayloadRequest } from 'payload'

import { textInForce } from '#plugins/crm'
import { dayIn, formatDay } from '#plugins/kernel/domain'
import { jobBySlug, type PublicSite, type PublishedJob } from '#plugins/site'
import { asScript, jobPostingJsonLd, payText } from '#plugins/site/domain'
import { jobSummary } from '../../job-summary'
import { siteOf, typeLabels, urlOf, type Params } from '../../site-of'
import { ApplyForm } from './ApplyForm'
import { Description } from './Description'
import { sendApplication } from './send-application'
import { structuredJob } from './structured-job'

type JobParams = Params<{ slug: string }>

export const generateMetadata = async ({ params }: JobParams): Promise<Metadata> => {
  const { host, slug } = await params
  const { site, req } = await siteOf(host)
  const job = await jobBySlug({ req, siteId: site.id, slug })
  if (!job) return {}
  return {
    title: `${job.title}${job.place ? `, ${job.place}` : ''}`,
    description: jobSummary({ job, site }).summary,
    alternates: { canonical: urlOf({ site, path: `/jobs/${slug}` }) },
    ...(job.isOpen ? {} : { robots: { index: false } }),
  }
}

const Page = async ({ params }: JobParams) => {
  const { host, slug } = await params
  const { site, theme, req } = await siteOf(host)
  const job = await jobBySlug({ req, siteId: site.id, slug })
  if (!job) notFound()
  const { JobDetail, Section } = theme.parts
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      {job.isOpen ? (
        <script
          type="application/ld+json"
          nonce={nonce}
          // JSON with every angle bracket escaped: it cannot end the element.
          dangerouslySetInnerHTML={{
            __html: asScript(jobPostingJsonLd(structuredJob({ job, site }))),
          }}
        />
      ) : null}
      <JobDetail
        title={job.title}
        reference={`Reference ${job.ref}`}
        back={{ label: 'All jobs', href: '/jobs' }}
        sector={typeLabels[job.employmentType]}
        facts={factsOf({ job, site })}
        description={<Description text={job.description} />}
        apply={{ label: 'Apply now', href: '#apply' }}
        {...(site.replyPromise ? { promise: site.replyPromise } : {})}
        {...(job.isOpen
          ? {}
          : { closedMessage: 'This job is filled. The open ones are one step away.' })}
        {...(site.phone || site.email
          ? {
              contact: {
                name: site.name,
                title: 'Questions?',
                ...(site.phone ? { phone: site.phone } : {}),
                ...(site.email ? { email: site.email } : {}),
              },
            }
          : {})}
      />
      {job.isOpen ? (
        <Section
          title="Apply"
          lead="Two minutes, no account. A CV helps, but you can send it later."
        >
          <div id="apply">
            <ApplyForm
              action={sendApplication.bind(null, job.id)}
              screening={job.screening}
              texts={await consentWords({ req, locale: site.locale })}
            />
          </div>
        </Section>
      ) : null}
    </>
  )
}

const consentWords = async ({ req, locale }: { req: PayloadRequest; locale: string }) => ({
  application: (await textInForce({ req, purpose: 'application', locale })).text,
  talentPool: (await textInForce({ req, purpose: 'talent-pool', locale })).text,
})

const factsOf = ({ job, site }: { job: PublishedJob; site: PublicSite }) => {
  const pay = job.pay ? payText({ pay: job.pay, locale: site.locale }) : null
  const day = (text: string) => formatDay({ day: text, locale: site.locale })
  return [
    { label: 'Where', value: job.isRemote ? 'Remote' : (job.place ?? 'To be agreed') },
    { label: 'Type', value: typeLabels[job.employmentType] },
    ...(pay ? [{ label: 'Pay', value: pay }] : []),
    ...(job.publishedAt
      ? [{ label: 'Posted', value: day(dayIn({ instant: job.publishedAt, zone: site.zone })) }]
      : []),
    ...(job.validThroughOn ? [{ label: 'Apply by', value: day(job.validThroughOn) }] : []),
  ]
}

export default Page
