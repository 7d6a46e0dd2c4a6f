import type { PayloadRequest } from 'payload'

import { brandOfMail } from '#plugins/agency'
import { formatDay } from '#plugins/kernel/domain'
import { languageName } from '#plugins/crm/domain'
import { jobTimes } from '../domain/client-profile'
import type { ShortlistPaper } from '../pdf/shortlist-paper'
import {
  shortlistForClient,
  type ClientShortlist,
  type ClientShortlistItem,
} from './shortlist-for-client'

/** More would be a book, and nobody reads it. */
const mostJobs = 15

/**
 * A shortlist as a file to print or to hand on, for whoever may see its page. Made when it is asked for
 * and kept nowhere, so that whoever was withdrawn or erased meanwhile is in none. Null for others.
 */
export const shortlistPdf = async ({
  req,
  shortlistId,
  locale,
}: {
  req: PayloadRequest
  shortlistId: string
  locale: string
}): Promise<{ bytes: Buffer; mimeType: string; filename: string } | null> => {
  const shortlist = await shortlistForClient({ req, shortlistId })
  if (!shortlist) return null
  const brand = await brandOfMail({ req, id: shortlist.brandId })
  const { renderShortlistPdf } = await import('../pdf/shortlist-pdf')
  const bytes = await oneByOne(
    async () =>
      await renderShortlistPdf(
        paperOf({
          shortlist,
          locale,
          agencyName: brand?.name ?? shortlist.agencyName ?? '',
          createdAt: shortlist.sentAt,
        }),
      ),
  )
  return {
    bytes: Buffer.from(bytes),
    mimeType: 'application/pdf',
    filename: `Candidates ${shortlist.orderRef || shortlist.jobTitle}.pdf`,
  }
}

/** Papers take the processor: two at once would only make both, and everybody else, wait longer. */
const oneByOne = async <Value>(make: () => Promise<Value>): Promise<Value> => {
  const before = turn
  let end = () => {}
  turn = new Promise((resolve) => {
    end = resolve
  })
  await before
  try {
    return await make()
  } finally {
    end()
  }
}

let turn: Promise<void> = Promise.resolve()

const paperOf = ({
  shortlist,
  locale,
  agencyName,
  createdAt,
}: {
  shortlist: ClientShortlist
  locale: string
  agencyName: string
  createdAt: string
}): ShortlistPaper => ({
  locale,
  size: shortlist.agencyCountry === 'US' ? 'LETTER' : 'A4',
  createdAt,
  agencyName,
  jobTitle: shortlist.jobTitle,
  orderRef: shortlist.orderRef,
  clientName: shortlist.clientName,
  place: shortlist.place,
  message: shortlist.message,
  dueOn: shortlist.dueOn,
  recruiter: shortlist.recruiter && {
    name: shortlist.recruiter.name,
    lines: [shortlist.recruiter.email, shortlist.recruiter.phone].filter((line) => line !== null),
  },
  candidates: shortlist.items
    .filter(({ isInRace }) => isInRace)
    .map((item) => ({
      id: item.itemId,
      name: item.candidateName,
      headline: item.headline,
      recommendation: item.recommendation,
      facts: factsOf({ item, shortlist, locale }),
      skills: item.skills,
      jobs: item.jobs.slice(0, mostJobs).map((job, at) => ({
        id: String(at),
        title: [job.title, job.employer, job.place].filter(Boolean).join(', ') || 'Employed',
        times: jobTimes({ from: job.from, to: job.to, locale }),
        text: job.text,
      })),
      education: item.education.flatMap(({ degree, subject, institution, year }, at) => {
        const text = [degree, subject, institution, year].filter(Boolean).join(', ')
        return text ? [{ id: String(at), text }] : []
      }),
    })),
})

const factsOf = ({
  item,
  shortlist: { screeningQuestion },
  locale,
}: {
  item: ClientShortlistItem
  shortlist: ClientShortlist
  locale: string
}) =>
  [
    { label: 'Lives in', value: item.place },
    {
      label: 'Available',
      value: item.availableOn ? formatDay({ day: item.availableOn, locale }) : null,
    },
    {
      label: 'Languages',
      value: item.languages.map(({ language }) => languageName(language)).join(', ') || null,
    },
    { label: screeningQuestion ?? '', value: screeningQuestion ? item.answer : null },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
