import { dayIn, formatDay } from '#plugins/kernel/domain'
import type { PublicSite, PublishedJob } from '#plugins/site'
import { payText } from '#plugins/site/domain'
import type { JobSummary } from '#themes/contract'
import { typeLabels } from './site-of'

/** A job as the theme's cards show it, in the site's locale and zone. */
export const jobSummary = ({ job, site }: { job: PublishedJob; site: PublicSite }): JobSummary => {
  const pay = job.pay ? payText({ pay: job.pay, locale: site.locale }) : null
  const postedOn = job.publishedAt ? dayIn({ instant: job.publishedAt, zone: site.zone }) : null
  return {
    id: job.id,
    href: `/jobs/${job.slug}`,
    title: job.title,
    place: job.isRemote ? `Remote${job.place ? ` · ${job.place}` : ''}` : (job.place ?? ''),
    employmentType: typeLabels[job.employmentType],
    ...(pay ? { pay } : {}),
    ...(postedOn ? { postedOn, posted: formatDay({ day: postedOn, locale: site.locale }) } : {}),
    summary: firstSentence(job.description),
  }
}

const firstSentence = (text: string): string => {
  const first = text.split(/\n/)[0] ?? ''
  return first.length > 180 ? `${first.slice(0, 177).trimEnd()}…` : first
}
