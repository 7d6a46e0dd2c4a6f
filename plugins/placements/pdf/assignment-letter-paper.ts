import type { CurrencyCode, Day, Instant, Zone } from '#plugins/kernel/domain'
import type { PaperParty, PaperSize } from '#plugins/kernel/pdf'

/** What the worker is told in writing about an assignment. Holds no bill rate and no margin. */
export type AssignmentLetterPaper = {
  /** Human reference of the placement. */
  reference: string
  locale: string
  size: PaperSize
  createdAt: Instant
  /** The zone in which the letter's own date is told. */
  zone: Zone
  agency: PaperParty
  worker: PaperParty
  clientName: string
  jobTitle: string
  /** As it should read, such as 'Temporary' or 'Permanent'. */
  employmentType: string
  workLocation: PaperParty
  startsOn: Day
  endsOn: Day | null
  pay:
    | { kind: 'hourly'; rateE4: number; currency: CurrencyCode }
    | { kind: 'yearly'; amountMinor: number; currency: CurrencyCode }
    | null
  weeklyMinutes: number | null
  /** Who approves the hours. */
  approverName: string | null
  recruiter: { name: string; lines: readonly string[] }
  /** Anything else that was agreed: label and value as they should read. */
  terms: readonly { label: string; value: string }[]
  notes: readonly string[]
}
