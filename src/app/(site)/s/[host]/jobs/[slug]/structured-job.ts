import { addDays, dayIn, exponentOf, instantOf } from '#plugins/kernel/domain'
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
  validThrough: job.validThroughOn ? endOf({ day: job.validThroughOn, zone: job.zone }) : null,
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
  const digits = exponentOf(pay.currency)
  if (pay.payFromRateE4 !== null)
    return {
      currency: pay.currency,
      from: decimal({ value: pay.payFromRateE4, digits: 4 }),
      to: pay.payToRateE4 === null ? null : decimal({ value: pay.payToRateE4, digits: 4 }),
      unit: 'HOUR',
    }
  if (pay.salaryFromMinor !== null)
    return {
      currency: pay.currency,
      from: decimal({ value: pay.salaryFromMinor, digits }),
      to: pay.salaryToMinor === null ? null : decimal({ value: pay.salaryToMinor, digits }),
      unit: 'YEAR',
    }
  return null
}

/** The first instant after a day, where the work is done. */
const endOf = ({ day, zone }: { day: string; zone: string }): string =>
  instantOf({ day: addDays({ day, days: 1 }), time: '00:00', zone }).instant

const decimal = ({ value, digits }: { value: number; digits: number }): string =>
  digits === 0
    ? String(value)
    : `${Math.trunc(value / 10 ** digits)}.${String(value % 10 ** digits).padStart(digits, '0')}`
