import type { PayloadRequest } from 'payload'

import { databaseNow, publish, sqlOf } from '#plugins/kernel'
import { addDays } from '#plugins/kernel/domain'
import {
  isToBeAsked,
  keepingOf,
  keepingStage,
  lastCallDays,
  type Keeping,
  type KeepingStage,
} from '../domain/keeping'
import { keepingFacts, keepingSettings, type KnownKeeping } from '../queries/keeping-facts'

/**
 * Writes down where these candidates stand: whose ground comes to its end, whose has ended, and who may
 * be looked for again. In the caller's transaction; nothing is written where nothing changed.
 *
 * @param mayAsk also asks whoever has to be asked, by mail
 */
export const settleKeeping = async ({
  req,
  ids,
  mayAsk,
}: {
  req: PayloadRequest
  ids: readonly string[]
  mayAsk: boolean
}): Promise<number> => {
  const settings = await keepingSettings(req)
  const now = await databaseNow(req)
  const today = now.slice(0, 10)
  const judge = (known: KnownKeeping): Judged => {
    const keeping = keepingOf({ facts: known, rules: settings })
    const stage = keepingStage({
      keeping,
      today,
      asksFrom: addDays({ day: today, days: settings.askDays }),
    })
    const isAsked =
      mayAsk &&
      stage === 'ending' &&
      known.mayBeWrittenTo &&
      keeping.endsOn !== null &&
      isToBeAsked({
        today,
        askedOn: known.askedAt?.slice(0, 10) ?? null,
        firstOn: addDays({ day: keeping.endsOn, days: -settings.askDays }),
        lastOn: addDays({ day: keeping.endsOn, days: -lastCallDays }),
      })
    return { known, keeping, stage, isAsked }
  }
  const changed = (await keepingFacts({ req, ids, isLocked: false })).map(judge).filter(isNews)
  if (changed.length === 0) return 0
  const held = await keepingFacts({
    req,
    ids: changed.map(({ known }) => known.id),
    isLocked: true,
  })
  const due = held.map(judge).filter(isNews)
  await write({ req, due, now })
  for (const one of due) await tell({ req, ...one })
  return due.length
}

type Judged = { known: KnownKeeping; keeping: Keeping; stage: KeepingStage; isAsked: boolean }

const isNews = ({ known, keeping, stage, isAsked }: Judged): boolean =>
  isAsked ||
  (stage === 'ended') !== (known.unusableSince !== null) ||
  (stage === 'kept' ? null : keeping.endsOn) !== known.untilOn ||
  (stage === 'kept' ? null : keeping.ground) !== known.ground

const write = async ({
  req,
  due,
  now,
}: {
  req: PayloadRequest
  due: readonly Judged[]
  now: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update candidates c set keep_until_on = g.until_on,
        keep_ground = g.ground::enum_candidates_keep_ground, unusable_since = g.unusable_since,
        keep_asked_at = coalesce(g.asked_at, c.keep_asked_at)
      from jsonb_to_recordset($1::jsonb) as g (id uuid, until_on text, ground text,
        unusable_since timestamptz, asked_at timestamptz)
      where c.id = g.id`,
    values: [
      JSON.stringify(
        due.map(({ known, keeping, stage, isAsked }) => ({
          id: known.id,
          until_on: stage === 'kept' ? null : keeping.endsOn,
          ground: stage === 'kept' ? null : keeping.ground,
          unusable_since: stage === 'ended' ? (known.unusableSince ?? now) : null,
          asked_at: isAsked ? now : null,
        })),
      ),
    ],
  })
}

const tell = async ({
  req,
  known,
  keeping: { ground, endsOn },
  stage,
  isAsked,
}: Judged & { req: PayloadRequest }): Promise<void> => {
  const name = eventOf({ known, stage, isAsked })
  if (!name) return
  const candidate = { kind: 'candidate', id: known.id }
  await publish({
    req,
    event: {
      name,
      subject: candidate,
      person: candidate,
      changes: { keepGround: [known.ground, ground], keepUntilOn: [known.untilOn, endsOn] },
    },
  })
}

const eventOf = ({ known, stage, isAsked }: Omit<Judged, 'keeping'>): string | null => {
  if (isAsked) return 'candidate.asked-to-stay'
  if (stage === 'ended') return known.unusableSince ? null : 'candidate.keeping-ended'
  return known.unusableSince ? 'candidate.keeping-renewed' : null
}
