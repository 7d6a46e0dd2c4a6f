import type { StateTone } from '#plugins/kernel/domain'
import type { Grade } from '../domain/qualification-choices'
import type { SubmissionState } from '../domain/submission-workflow'

/** A candidate on the board, with everything its card shows. */
export type ShownCard = {
  id: string
  candidateId: string
  name: string
  headline: string | null
  source: string
  daysInStage: number
  /** What happens next, or whose turn it is. */
  next: string | null
  /** The answer to the screening question warns. */
  isKnockOut: boolean
  /** Where the right to represent stands, once it was asked for. */
  right: { words: string; tone: StateTone } | null
}

export type ShownColumn = {
  key: string
  /** Null for submissions whose stage was deleted. */
  stageId: string | null
  name: string
  colour: string | null
  /** Cards may be put into it: neither hidden nor deleted. */
  isOpen: boolean
  state: SubmissionState
  tone: StateTone
  /** All in the stage; `cards` may be only the first of them. */
  count: number
  cards: readonly ShownCard[]
  /** States that cards of this column may go to. */
  allowed: readonly SubmissionState[]
}

export type ShownBoard = {
  order: {
    id: string
    title: string
    ref: string
    grade: Grade | null
    score: number | null
    clientId: string
    client: string
    contact: { id: string; title: string } | null
    /** The people at the client who can be written to. */
    contacts: readonly { id: string; title: string }[]
    /** The rounds of the interview plan. */
    rounds: readonly { name: string; told: string }[]
    zone: string
    currency: string
    isPermanent: boolean
    payRateE4: number | null
    billRateE4: number | null
    startsOn: string | null
    endsOn: string | null
  }
  columns: readonly ShownColumn[]
  /** What the mail of a shortlist begins with. */
  cover: { subject: string; text: string }
}

/** What the reader may do on the board. */
export type BoardRights = {
  mayMove: boolean
  mayPlace: boolean
  seesRates: boolean
  /** Put candidates into talent pools. */
  mayPool: boolean
}
