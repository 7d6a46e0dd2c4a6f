import type { Day, Instant } from '#plugins/kernel/domain'
import type { PaperSize } from '#plugins/kernel/pdf'

/** The candidates of a shortlist on paper: what the page behind the client's link shows. */
export type ShortlistPaper = {
  locale: string
  size: PaperSize
  createdAt: Instant
  agencyName: string
  jobTitle: string
  orderRef: string
  clientName: string
  place: string | null
  message: string | null
  dueOn: Day | null
  recruiter: { name: string; lines: readonly string[] } | null
  candidates: readonly {
    id: string
    name: string
    headline: string | null
    recommendation: string | null
    facts: readonly { label: string; value: string }[]
    skills: readonly string[]
    jobs: readonly { id: string; title: string; times: string; text: string | null }[]
    education: readonly { id: string; text: string }[]
  }[]
}
