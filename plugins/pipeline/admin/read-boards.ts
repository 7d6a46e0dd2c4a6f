import type { PayloadRequest } from 'payload'

import { nextStatesOf, stateFrom } from '#plugins/kernel/domain'
import { boardFilterFrom, cardsAskedFrom } from '../domain/board-filter'
import { nextStepOf } from '../domain/next-step'
import { representationWorkflow } from '../domain/representation-workflow'
import { submissionWorkflow, type SubmissionState } from '../domain/submission-workflow'
import { board, type BoardCard, type BoardColumn } from '../queries/board'
import { coverTemplate } from '../queries/shortlist-cover'
import { boardOrder } from './board-order'
import type { ShownBoard, ShownCard, ShownColumn } from './board-types'

/** The boards of the orders that the reader may see, ready to be drawn, in the order asked for. */
export const readBoards = async ({
  req,
  jobOrderIds,
  locale,
  asked = {},
}: {
  req: PayloadRequest
  jobOrderIds: readonly string[]
  locale: string
  /** The filter and the further cards that the address asks for. */
  asked?: Readonly<Record<string, unknown>>
}): Promise<ShownBoard[]> => {
  const boards: ShownBoard[] = []
  const [filter, cardsAsked] = [boardFilterFrom(asked), cardsAskedFrom(asked)]
  const cover = await coverTemplate(req)
  for (const jobOrderId of jobOrderIds) {
    const order = await boardOrder({ payload: req.payload, user: req.user, orderId: jobOrderId })
    const columns = order ? await board({ req, jobOrderId, filter, cardsAsked }) : null
    if (order && columns)
      boards.push({
        order,
        cover,
        columns: columns.flatMap((column) => shownColumn({ column, locale }) ?? []),
      })
  }
  return boards
}

/** Submissions whose stage was deleted wait in a column that takes no cards, until they are moved. */
const shownColumn = ({
  column,
  locale,
}: {
  column: BoardColumn
  locale: string
}): ShownColumn | null => {
  const state = stateFrom({ workflow: submissionWorkflow, value: column.state })
  if (!state) return null
  return {
    stageId: column.stageId,
    key: column.stageId ?? `without ${state}`,
    name: column.stageId
      ? `${column.name}${column.isHidden ? ' (hidden)' : ''}`
      : `${submissionWorkflow.states[state].label}, no stage`,
    colour: column.colour,
    isOpen: column.stageId !== null && !column.isHidden,
    state,
    tone: submissionWorkflow.states[state].tone,
    count: column.count,
    cards: column.cards.map((card) => shownCard({ card, state, locale })),
    allowed: nextStatesOf({ workflow: submissionWorkflow, from: state }),
  }
}

const shownCard = ({
  card,
  state,
  locale,
}: {
  card: BoardCard
  state: SubmissionState
  locale: string
}): ShownCard => ({
  id: card.submissionId,
  candidateId: card.candidateId,
  name: card.candidateName,
  headline: card.headline,
  source: sources[card.source] ?? card.source,
  daysInStage: card.daysInStage,
  next: nextStepOf({
    facts: {
      scorecards: card.scorecards,
      interview: card.interview,
      offer: card.offerState ? { state: card.offerState } : null,
      decision: state === 'client_review' ? card.decision : null,
    },
    locale,
  }),
  isKnockOut: card.isKnockOut,
  right: rightWords(card.representation),
})

/** The right to represent as a card says it; nothing while nobody asked for it. */
const rightWords = (state: string | null): ShownCard['right'] => {
  const known = stateFrom({ workflow: representationWorkflow, value: state })
  if (!known || known === 'cancelled') return null
  const { label, tone } = representationWorkflow.states[known]
  return { words: `Right to represent: ${label.toLowerCase()}`, tone }
}

const sources: Readonly<Record<string, string>> = {
  site: 'Applied on the site',
  staff: 'Added by a recruiter',
  import: 'Imported',
}
