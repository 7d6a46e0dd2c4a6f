import type { Instant } from '#plugins/kernel/domain'

/** A published job as a search engine reads it. */
export type PostedJob = {
  ref: string
  title: string
  /** Plain text with paragraphs. */
  description: string
  employmentType: 'permanent' | 'contract' | 'temp'
  publishedOn: string
  /** The instant after which an application makes no sense. */
  validThrough: Instant | null
  city: string | null
  region: string | null
  postalCode: string | null
  country: string | null
  isRemote: boolean
  pay: { currency: string; from: string; to: string | null; unit: 'HOUR' | 'YEAR' } | null
  url: string
  agency: { name: string; url: string; logoUrl: string | null }
}

/**
 * schema.org/JobPosting as Google reads it (developers.google.com, "Job posting structured data"):
 * title without decoration, description as HTML, a place with its country or TELECOMMUTE with the
 * countries it may be done from, ISO dates, pay with its unit.
 */
export const jobPostingJsonLd = (job: PostedJob): Record<string, unknown> => ({
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: job.title,
  description: paragraphs(job.description),
  identifier: { '@type': 'PropertyValue', name: job.agency.name, value: job.ref },
  datePosted: job.publishedOn,
  ...(job.validThrough ? { validThrough: job.validThrough } : {}),
  employmentType: googleType[job.employmentType],
  hiringOrganization: {
    '@type': 'Organization',
    name: job.agency.name,
    sameAs: job.agency.url,
    ...(job.agency.logoUrl ? { logo: job.agency.logoUrl } : {}),
  },
  ...placeOf(job),
  ...(job.pay ? { baseSalary: salaryOf(job.pay) } : {}),
  directApply: true,
  url: job.url,
})

/** JSON that cannot end the script element it stands in. */
export const asScript = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

const googleType = { permanent: 'FULL_TIME', contract: 'CONTRACTOR', temp: 'TEMPORARY' } as const

const placeOf = (job: PostedJob) => {
  const country = job.country ?? 'US'
  const address = {
    '@type': 'PostalAddress',
    ...(job.city ? { addressLocality: job.city } : {}),
    ...(job.region ? { addressRegion: job.region } : {}),
    ...(job.postalCode ? { postalCode: job.postalCode } : {}),
    addressCountry: country,
  }
  if (!job.isRemote) return { jobLocation: { '@type': 'Place', address } }
  return {
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { '@type': 'Country', name: country },
  }
}

const salaryOf = ({ currency, from, to, unit }: NonNullable<PostedJob['pay']>) => ({
  '@type': 'MonetaryAmount',
  currency,
  value: {
    '@type': 'QuantitativeValue',
    ...(to && to !== from
      ? { minValue: Number(from), maxValue: Number(to) }
      : { value: Number(from) }),
    unitText: unit,
  },
})

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('')

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
