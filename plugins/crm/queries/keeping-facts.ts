import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { candidateWorkflow, type CandidateState } from '../domain/candidate-workflow'
import {
  keepGrounds,
  usualAskDays,
  type KeepGround,
  type KeepingFacts,
  type KeepingRules,
} from '../domain/keeping'

/** The rules that say how long a ground holds, and how many days before its end people are asked. */
type KeepingSettings = KeepingRules & { askDays: number }

/** The agency’s rules as they are applied: one that is switched off ends nothing. */
export const keepingSettings = async (req: PayloadRequest): Promise<KeepingSettings> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ rule: z.string(), months: wholeNumber, days: wholeNumber }),
    text: `select data_class::text as rule, keep_months as months,
        coalesce(ask_days_before, ${usualAskDays}) as days
      from retention_rules where data_class::text in ('consents', 'interest') and is_on`,
  })
  const of = (name: string) => rows.find(({ rule }) => rule === name)
  return {
    consentMonths: of('consents')?.months ?? null,
    interestMonths: of('interest')?.months ?? null,
    askDays: rows.length === 0 ? usualAskDays : Math.max(...rows.map(({ days }) => days)),
  }
}

const states = Object.keys(candidateWorkflow.states)
const isState = (text: string): text is CandidateState => states.includes(text)
const isGround = (text: string): text is KeepGround => Object.hasOwn(keepGrounds, text)

const row = z.object({
  id: z.string(),
  state: z.string().refine(isState),
  createdAt: instant,
  heardAt: instant.nullable(),
  leftAt: instant.nullable(),
  wasAsked: z.boolean(),
  givenAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  refusedAt: instant.nullable(),
  askedAt: instant.nullable(),
  unusableSince: instant.nullable(),
  untilOn: z.string().nullable(),
  ground: z.string().refine(isGround).nullable(),
  mayBeWrittenTo: z.boolean(),
})

/** What is known of a candidate, and what was written down of it before. */
export type KnownKeeping = KeepingFacts & z.output<typeof row>

/** For jobs and commands; whoever was merged, erased or binned is left out. */
export const keepingFacts = async ({
  req,
  ids,
  isLocked,
}: {
  req: PayloadRequest
  ids: readonly string[]
  /** Held until the end of the transaction, in the order of their ids. */
  isLocked: boolean
}): Promise<KnownKeeping[]> => {
  const sql = sqlOf(req)
  if (isLocked)
    await sql.run({
      text: `select 1 from (select id from candidates where id = any($1::uuid[]) order by id
        for no key update) locked`,
      values: [[...ids]],
    })
  return await sql.rows({
    schema: row,
    text: `select c.id, c.state, c.created_at as "createdAt", candidate_heard_at(c.id) as "heardAt",
        (select max(e.at) from domain_events e where e.subject_type = 'candidate'
          and e.subject_id = c.id::text and e.from_state in ('in_process', 'placed')
          and e.to_state not in ('in_process', 'placed')) as "leftAt",
        said.times > 0 as "wasAsked", said.given_at as "givenAt", said.withdrawn_at as "withdrawnAt",
        c.keep_refused_at as "refusedAt", c.keep_asked_at as "askedAt",
        c.unusable_since as "unusableSince", c.keep_until_on as "untilOn",
        c.keep_ground::text as ground,
        c.email_normalised is not null and not coalesce(c.do_not_contact, false)
          and c.state <> 'do_not_use' as "mayBeWrittenTo"
      from candidates c cross join lateral (
        select count(*) as times, max(k.given_at) filter (where k.withdrawn_at is null) as given_at,
          max(k.withdrawn_at) as withdrawn_at
        from consents k where k.candidate_id = c.id
          and k.purpose::text in ('application', 'talent-pool')) said
      where c.id = any($1::uuid[]) and c.deleted_at is null
        and c.state not in ('merged', 'anonymised')`,
    values: [[...ids]],
  })
}
