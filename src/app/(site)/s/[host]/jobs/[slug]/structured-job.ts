import { dayIn } from '#plugins/kernel/domain'
import type { PublicSite, PublishedJob } from '#plugins/site'
import type { PostedJob } from '#plugins/site/domain'
import { urlOf } from '../../site-of'

/** A published job as the structured data wants it. */
export const structuredJob = ({
  job,
  site,
}: {
  job: PublishedJob
  site: PublicSite
}): PostedJob => ({
  ref: job.ref,
  title: job.title,
  description: job.description,
  employmentType: job.employmentType,
  publishedOn: dayIn({
    instant: job.publishedAt ?? '1970-01-01T00:00:00.000Z',
    zone: site.zone,
  }),
  validThroughOn: job.validThroughOn,
  city: job.city,
  region: job.region,
  postalCode: job.postalCode,
  country: job.country,
  isRemote: job.isRemote,
  pay: payOf(job),
  url: urlOf({ site, path: `/jobs/${job.slug}` }),
  agency: {
    name: site.name,
    url: urlOf({ site, path: '/' }),
    logoUrl: urlOf({ site, path: site.logo?.src ?? '/logo.svg' }),
  },
})

const payOf = ({ pay }: PublishedJob): PostedJob['pay'] => {
  if (!pay) return null
  const decimal = (value: number, digits: number) =>
    `${Math.trunc(value / 10 ** digits)}.${String(value % 10 ** digits).padStart(digits, '0')}`
  if (pay.payFromRateE4 !== null)
    return {
      currency: pay.currency,
      from: decimal(pay.payFromRateE4, 4),
      to: pay.payToRateE4 === null ? null : decimal(pay.payToRateE4, 4),
      unit: 'HOUR',
    }
  if (pay.salaryFromMinor !== null)
    return {
      currency: pay.currency,
      from: decimal(pay.salaryFromMinor, 2),
      to: pay.salaryToMinor === null ? null : decimal(pay.salaryToMinor, 2),
      unit: 'YEAR',
    }
  return null
}
