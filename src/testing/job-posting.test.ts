import Ajv from 'ajv'
import Validator from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asScript, jobPostingJsonLd, type PostedJob } from '#plugins/site/domain'

const job: PostedJob = {
  ref: 'JO-2026-0142',
  title: 'Night nurse',
  description:
    'You look after <twelve> residents.\n\nYou work with a colleague & a doctor on call.',
  employmentType: 'temp',
  publishedOn: '2026-11-02',
  validThrough: '2027-01-01T07:00:00.000Z',
  city: 'Phoenix',
  region: 'AZ',
  postalCode: '85001',
  country: 'US',
  isRemote: false,
  pay: { currency: 'USD', from: '31.5000', to: '36.0000', unit: 'HOUR' },
  url: 'https://jobs.example.com/jobs/night-nurse',
  agency: {
    name: 'Harbour & Hale',
    url: 'https://jobs.example.com/',
    logoUrl: 'https://jobs.example.com/logo.svg',
  },
}

/** The page as a crawler sees it, judged by Adobe's offline copy of Google's rules. */
const problemsOf = async (posted: PostedJob): Promise<unknown[]> => {
  const html = `<!doctype html><html><head><script type="application/ld+json">${asScript(
    jobPostingJsonLd(posted),
  )}</script></head><body></body></html>`
  const extracted = new WebAutoExtractor({
    addLocation: true,
    embedSource: ['rdfa', 'microdata'],
  }).parse(html)
  const issues: unknown = await new Validator().validate(extracted)
  if (!Array.isArray(issues)) throw new Error('The validator gave no list.')
  return issues.filter(
    (issue: unknown) =>
      typeof issue === 'object' && issue !== null && Reflect.get(issue, 'severity') === 'ERROR',
  )
}

/** What the offline validator does not look at: enums, dates, units (schema.org, Google's page). */
const isWellFormed = new Ajv({ strict: false }).compile({
  type: 'object',
  required: ['title', 'description', 'datePosted', 'hiringOrganization', 'employmentType'],
  properties: {
    '@context': { const: 'https://schema.org/' },
    '@type': { const: 'JobPosting' },
    title: { type: 'string', minLength: 1 },
    description: { type: 'string', pattern: '^<p>' },
    datePosted: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
    validThrough: {
      type: 'string',
      pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$`,
    },
    employmentType: {
      enum: [
        'FULL_TIME',
        'PART_TIME',
        'CONTRACTOR',
        'TEMPORARY',
        'INTERN',
        'VOLUNTEER',
        'PER_DIEM',
        'OTHER',
      ],
    },
    baseSalary: {
      type: 'object',
      required: ['currency', 'value'],
      properties: {
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        value: {
          type: 'object',
          required: ['unitText'],
          properties: {
            unitText: { enum: ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'] },
            value: { type: 'number' },
            minValue: { type: 'number' },
            maxValue: { type: 'number' },
          },
        },
      },
    },
  },
  if: { required: ['jobLocationType'] },
  then: {
    required: ['applicantLocationRequirements'],
    properties: { jobLocationType: { const: 'TELECOMMUTE' } },
  },
  else: {
    required: ['jobLocation'],
    properties: {
      jobLocation: {
        type: 'object',
        properties: { address: { type: 'object', required: ['addressCountry'] } },
      },
    },
  },
})

describe('the structured data of a job', () => {
  const variants: [string, PostedJob][] = [
    ['with everything', job],
    ['remote', { ...job, isRemote: true }],
    [
      'permanent with a salary',
      {
        ...job,
        employmentType: 'permanent',
        pay: { currency: 'GBP', from: '42000.00', to: null, unit: 'YEAR' },
      },
    ],
    [
      'without pay, end or town',
      { ...job, pay: null, validThrough: null, city: null, region: null, postalCode: null },
    ],
    ['contract without country', { ...job, employmentType: 'contract', country: null }],
  ]

  it.each(variants)('is accepted by the offline validator: %s', async (_, posted) => {
    expect(await problemsOf(posted)).toEqual([])
  })

  it.each(variants)('has the enums, dates and units of schema.org: %s', (_, posted) => {
    isWellFormed(jobPostingJsonLd(posted))
    expect(isWellFormed.errors ?? []).toEqual([])
  })

  it('is refused by the offline validator when something required is missing', async () => {
    expect(await problemsOf({ ...job, title: '' })).not.toEqual([])
  })

  it('escapes the text of the description as HTML', () => {
    expect(jobPostingJsonLd(job).description).toBe(
      '<p>You look after &lt;twelve&gt; residents.</p><p>You work with a colleague &amp; a doctor on call.</p>',
    )
  })

  it('can never end the script element it stands in, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const text = asScript({ title })
        expect(text).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(text)).toEqual({ title })
      }),
    )
  })
})
