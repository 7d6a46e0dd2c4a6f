import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, countExpired, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, type PersonRef } from '#plugins/kernel/domain'
import { retainedClasses, retentionDefaults } from '../domain/retention'

const ruleRow = z.object({
  id: z.string(),
  dataClass: z.enum(retainedClasses),
  name: z.string(),
  months: wholeNumber,
  isOn: z.boolean(),
})

export type RetentionRule = z.output<typeof ruleRow>

/** The agency's rules. For jobs, and for screens that have asked for the right. */
export const retentionRules = async (req: PayloadRequest): Promise<RetentionRule[]> =>
  await sqlOf(req).rows({
    schema: ruleRow,
    text: `select id, data_class::text as "dataClass", name, keep_months as months,
        coalesce(is_on, false) as "isOn"
      from retention_rules order by name`,
  })

/** Everybody under a legal hold: no rule touches what is about them. */
export const heldPeople = async (req: PayloadRequest): Promise<PersonRef[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ candidate: z.string().nullable(), contact: z.string().nullable() }),
    text: `select distinct candidate_id as candidate, contact_id as contact from legal_holds
      where released_at is null`,
  })
  return rows.flatMap(({ candidate, contact }): PersonRef[] =>
    candidate
      ? [{ kind: 'candidate', id: candidate }]
      : contact
        ? [{ kind: 'client-contact', id: contact }]
        : [],
  )
}

/** A candidate of whom nothing was heard for `$1` months, who is not working and under no hold. */
const forgotten = `from candidates c
  where c.state in ('new', 'active', 'inactive', 'do_not_use')
    and c.created_at < now() - make_interval(months => $1)
    and not exists (select 1 from domain_events e
      where e.person_id = c.id::text and e.at >= now() - make_interval(months => $1))
    and not exists (select 1 from domain_events e
      where e.subject_type = 'candidate' and e.subject_id = c.id::text
        and e.at >= now() - make_interval(months => $1))
    and not exists (select 1 from legal_holds h
      where h.candidate_id = c.id and h.released_at is null)`

export const forgottenCandidates = async ({
  req,
  months,
  limit,
}: {
  req: PayloadRequest
  months: number
  limit: number
}): Promise<{ id: string; name: string }[]> =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string() }),
    text: `select c.id, coalesce(c.name, '') as name ${forgotten} order by c.created_at limit $2`,
    values: [months, limit],
  })

/** Whoever may not be kept since `$1` months, and is under no hold. */
const ended = `from candidates c
  where c.unusable_since < now() - make_interval(months => $1) and c.deleted_at is null
    and c.state in ('new', 'active', 'inactive', 'do_not_use')
    and not exists (select 1 from legal_holds h
      where h.candidate_id = c.id and h.released_at is null)`

export const endedCandidates = async ({
  req,
  months,
  limit,
}: {
  req: PayloadRequest
  months: number
  limit: number
}): Promise<{ id: string; name: string }[]> =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string() }),
    text: `select c.id, coalesce(c.name, '') as name ${ended} order by c.unusable_since limit $2`,
    values: [months, limit],
  })

/** Whose consent, or whose interest where nobody was asked, is older than `$1` months. */
const runOut = {
  consents: `from candidates c
    where c.deleted_at is null and c.state in ('new', 'active', 'inactive', 'do_not_use')
      and (select max(k.given_at) from consents k where k.candidate_id = c.id
        and k.withdrawn_at is null and k.purpose::text in ('application', 'talent-pool'))
        < now() - make_interval(months => $1)`,
  interest: `from candidates c
    where c.deleted_at is null and c.state in ('new', 'active', 'inactive', 'do_not_use')
      and c.created_at < now() - make_interval(months => $1)
      and not exists (select from consents k where k.candidate_id = c.id
        and k.purpose::text in ('application', 'talent-pool'))
      and coalesce(candidate_heard_at(c.id), c.created_at) < now() - make_interval(months => $1)`,
} as const

/** Erased people whose name was kept for wage law, until today. */
export const namesDue = async ({
  req,
  limit,
}: {
  req: PayloadRequest
  limit: number
}): Promise<{ erasureId: string; person: PersonRef }[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({
      id: z.string(),
      kind: z.enum(['candidate', 'client-contact']),
      person: z.string(),
    }),
    text: `select id, person_kind::text as kind, person_id as person from erasures
      where name_kept_until_on <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
      order by name_kept_until_on limit $1`,
    values: [limit],
  })
  return rows.map(({ id, kind, person }) => ({ erasureId: id, person: { kind, id: person } }))
}

export type DueRule = RetentionRule & { what: string; due: number; detail: string }

/** What each rule would do tonight, whether it is switched on or not. */
export const retentionDue = async ({ req }: { req: PayloadRequest }): Promise<DueRule[]> => {
  if (!can({ actor: actorOf(req), permission: 'privacy.manage' })) return []
  const held = await heldPeople(req)
  const due: DueRule[] = []
  for (const rule of await retentionRules(req)) {
    const { what } = retentionDefaults[rule.dataClass]
    due.push({ ...rule, what, ...(await dueOf({ req, rule, held })) })
  }
  return due
}

const dueOf = async ({
  req,
  rule,
  held,
}: {
  req: PayloadRequest
  rule: RetentionRule
  held: readonly PersonRef[]
}): Promise<{ due: number; detail: string }> => {
  switch (rule.dataClass) {
    case 'profiles': {
      const row = await sqlOf(req).first({
        schema: z.object({ rows: wholeNumber }),
        text: `select count(*) as rows ${forgotten}`,
        values: [rule.months],
      })
      const some = await forgottenCandidates({ req, months: rule.months, limit: 3 })
      return { due: row?.rows ?? 0, detail: some.map(({ name }) => name).join(', ') }
    }
    case 'ended': {
      const row = await sqlOf(req).first({
        schema: z.object({ rows: wholeNumber }),
        text: `select count(*) as rows ${ended}`,
        values: [rule.months],
      })
      const some = await endedCandidates({ req, months: rule.months, limit: 3 })
      return { due: row?.rows ?? 0, detail: some.map(({ name }) => name).join(', ') }
    }
    case 'consents':
    case 'interest': {
      const row = await sqlOf(req).first({
        schema: z.object({ rows: wholeNumber }),
        text: `select count(*) as rows ${runOut[rule.dataClass]} and c.unusable_since is null`,
        values: [rule.months],
      })
      return { due: row?.rows ?? 0, detail: '' }
    }
    case 'work': {
      const row = await sqlOf(req).first({
        schema: z.object({ rows: wholeNumber }),
        text: `select count(*) as rows from erasures
          where name_kept_until_on <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD')`,
      })
      return { due: row?.rows ?? 0, detail: '' }
    }
    default: {
      const tables = await countExpired({
        req,
        dataClass: rule.dataClass,
        months: rule.months,
        held,
      })
      return {
        due: tables.reduce((sum, { rows }) => sum + rows, 0),
        detail: tables
          .map(({ table, rows }) => `${rows} × ${table.replaceAll('_', ' ')}`)
          .join(', '),
      }
    }
  }
}
