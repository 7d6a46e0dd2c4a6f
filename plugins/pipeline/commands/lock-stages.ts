import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn, wholeNumber } from '#plugins/kernel'
import { refuseInput, refuseState, type Failure, type Result } from '#plugins/kernel/domain'

type Stage = DataFromCollectionSlug<'stages'>
type Refusal = Result<never, Failure> | null

/** One change of the stages at a time: whether one may go depends on all of them. */
export const lockStages = async (req: PayloadRequest): Promise<void> => {
  await takeTurn({ req, name: 'stages' })
}

/** Two columns of one name could not be told apart on a board. */
export const judgeStageName = async ({
  req,
  id,
  name,
}: {
  req: PayloadRequest
  /** Null for a new one. */
  id: string | null
  name: string
}): Promise<Refusal> => {
  const other = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from stages where lower(name) = lower($1) and ($2::uuid is null or id <> $2) limit 1`,
    values: [name.trim(), id],
  })
  return other
    ? refuseInput({ name: 'Another stage has this name. Choose a different one.' })
    : null
}

/** A state without a shown stage would be a step that no board has a place for. */
export const judgeLeavingState = async ({
  req,
  stage,
}: {
  req: PayloadRequest
  stage: Stage
}): Promise<Refusal> => {
  if (stage.isHidden) return null
  const other = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from stages where state = $1 and id <> $2 and not coalesce(is_hidden, false) limit 1`,
    values: [stage.state, stage.id],
  })
  return other
    ? null
    : refuseState({
        code: 'last-of-state',
        message: `“${stage.name}” is the only stage shown for its state. Show or add another one for it first.`,
      })
}

/** Whoever stands in a stage would lose their place, or be in another state without a word. */
export const judgeEmpty = async ({
  req,
  stage,
}: {
  req: PayloadRequest
  stage: Stage
}): Promise<Refusal> => {
  const row = await sqlOf(req).first({
    schema: z.object({ cards: wholeNumber }),
    text: 'select count(*) as cards from submissions where stage_id = $1',
    values: [stage.id],
  })
  const cards = row?.cards ?? 0
  return cards === 0
    ? null
    : refuseState({
        code: 'stage-in-use',
        message: `${cards === 1 ? 'One candidate stands' : `${cards} candidates stand`} in “${stage.name}”. Hide it instead, so that it takes nobody new.`,
      })
}
