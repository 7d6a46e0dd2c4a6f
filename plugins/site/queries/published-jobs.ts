import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { currencyCode } from '#plugins/kernel/domain'
import { isPublishedPosting } from '#plugins/pipeline/domain'

const jobColumns = `id, job_order_id, ref, slug, title, description, employment_type, place, city, region,
  postal_code, country, is_remote, is_pay_shown, currency, pay_from_rate_e4, pay_to_rate_e4, salary_from_minor,
  salary_to_minor, published_at, valid_through_on, zone, state, screening_question, screening_kind`

const employmentType = z.enum(['permanent', 'contract', 'temp'])

const jobRow = z
  .object({
    id: z.string(),
    job_order_id: z.string(),
    ref: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    employment_type: employmentType,
    place: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    postal_code: z.string().nullable(),
    country: z.string().nullable(),
    is_remote: z.boolean(),
    is_pay_shown: z.boolean(),
    currency: currencyCode,
    pay_from_rate_e4: wholeNumber.nullable(),
    pay_to_rate_e4: wholeNumber.nullable(),
    salary_from_minor: wholeNumber.nullable(),
    salary_to_minor: wholeNumber.nullable(),
    published_at: instant.nullable(),
    valid_through_on: z.string().nullable(),
    zone: z.string(),
    state: z.enum(['published', 'closed']),
    screening_question: z.string().nullable(),
    screening_kind: z.enum(['none', 'yes_no', 'text']),
  })
  .transform((row) => ({
    id: row.id,
    jobOrderId: row.job_order_id,
    ref: row.ref,
    slug: row.slug,
    title: row.title,
    description: row.description,
    employmentType: row.employment_type,
    place: row.place ?? ([row.city, row.region].filter(Boolean).join(', ') || null),
    city: row.city,
    region: row.region,
    postalCode: row.postal_code,
    country: row.country,
    isRemote: row.is_remote,
    pay: row.is_pay_shown
      ? {
          currency: row.currency,
          payFromRateE4: row.pay_from_rate_e4,
          payToRateE4: row.pay_to_rate_e4,
          salaryFromMinor: row.salary_from_minor,
          salaryToMinor: row.salary_to_minor,
        }
      : null,
    publishedAt: row.published_at,
    validThroughOn: row.valid_through_on,
    /** Of the place of work: its clock ends the last day. */
    zone: row.zone,
    isOpen: isPublishedPosting(row.state),
    screening:
      row.screening_kind === 'none' || !row.screening_question
        ? null
        : { kind: row.screening_kind, question: row.screening_question },
  }))

export type PublishedJob = z.output<typeof jobRow>

export type JobFilter = {
  text: string
  place: string
  type: 'permanent' | 'contract' | 'temp' | null
  page: number
}

export const jobsPerPage = 20

/** The open jobs of a website that fit a filter, newest first. Public: postings hold nothing private. */
export const publishedJobs = async ({
  req,
  siteId,
  filter,
}: {
  req: PayloadRequest
  siteId: string
  filter: JobFilter
}): Promise<{ jobs: PublishedJob[]; total: number }> => {
  const conditions = `site = $1 and state = 'published'
    and ($2 = '' or to_tsvector('english', title || ' ' || description) @@ websearch_to_tsquery('english', $2)
         or title ilike '%' || $3 || '%')
    and ($4 = '' or concat_ws(' ', place, city, region, postal_code) ilike '%' || $4 || '%'
         or (is_remote and 'remote' ilike $4 || '%'))
    and ($5::text is null or employment_type = $5)`
  const values = [siteId, filter.text, likeText(filter.text), likeText(filter.place), filter.type]
  const sql = sqlOf(req)
  const jobs = await sql.rows({
    schema: jobRow,
    text: `select ${jobColumns} from published_job_postings where ${conditions}
      order by published_at desc, id desc limit $6 offset $7`,
    values: [...values, jobsPerPage, (filter.page - 1) * jobsPerPage],
  })
  const count = await sql.first({
    schema: z.object({ total: wholeNumber }),
    text: `select count(*) as total from published_job_postings where ${conditions}`,
    values,
  })
  return { jobs, total: count?.total ?? 0 }
}

/** A job of a website by its address, open or closed. */
export const jobBySlug = async ({
  req,
  siteId,
  slug,
}: {
  req: PayloadRequest
  siteId: string
  slug: string
}): Promise<PublishedJob | null> =>
  await sqlOf(req).first({
    schema: jobRow,
    text: `select ${jobColumns} from published_job_postings where site = $1 and slug = $2`,
    values: [siteId, slug],
  })

/** How many jobs are open, by type: for the home page. */
export const openJobCounts = async ({
  req,
  siteId,
}: {
  req: PayloadRequest
  siteId: string
}): Promise<{ type: PublishedJob['employmentType']; count: number }[]> =>
  await sqlOf(req).rows({
    schema: z.object({ type: employmentType, count: wholeNumber }),
    text: `select employment_type as type, count(*) as count from published_job_postings
      where site = $1 and state = 'published' group by 1 order by 2 desc`,
    values: [siteId],
  })

const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
