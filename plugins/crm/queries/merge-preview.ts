import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, registryOf, sqlOf, wholeNumber } from '#plugins/kernel'
import {
  can,
  currencyCode,
  formatDay,
  formatMoney,
  formatRate,
  isDay,
  type Result,
} from '#plugins/kernel/domain'
import { candidateReferences, clashesIn } from '../database/candidate-references'
import { candidateWorkflow } from '../domain/candidate-workflow'
import { idOf } from '../domain/relation'
import { aboutCandidate } from '../database/move-references'
import { bothOf, refusalByHold } from './merge-pair'
import { mergeValues, type MergeChoice } from './merge-values'

type Candidate = DataFromCollectionSlug<'candidates'>

export type MergeSide = {
  id: string
  ref: string
  name: string
  state: string
  seenAt: string
  addedAt: string
  hasLogin: boolean
}

export type MergePreview = {
  kept: MergeSide
  merged: MergeSide
  choices: {
    key: string
    label: string
    kept: string
    merged: string
    verdict: MergeChoice['verdict']
  }[]
  lists: { label: string; added: number }[]
  /** How many records follow, by what they are. */
  moving: { label: string; count: number }[]
  /** What follows by rule, in sentences. */
  rules: string[]
  /** Why the two cannot be merged as they are. */
  obstacles: string[]
}

/** Both records side by side, and what a merge would do; null for whoever may not merge. */
export const mergePreview = async ({
  req,
  keptId,
  mergedId,
  locale,
}: {
  req: PayloadRequest
  keptId: string
  mergedId: string
  locale: string
}): Promise<Result<MergePreview> | null> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.write' })) return null
  const both = await bothOf({ req, keptId, mergedId })
  if (!both.ok) return both
  const { kept, merged } = both.value
  const values = await mergeValues({ req, kept, merged })
  const { moving, obstacles, staying } = await following({ req, keptId, mergedId })
  const held = await refusalByHold({ req, ids: [keptId, mergedId] })
  const owners = await ownerNames({ req, ids: [idOf(kept.owner), idOf(merged.owner)] })
  return {
    ok: true,
    value: {
      kept: sideOf(kept),
      merged: sideOf(merged),
      choices: values.choices
        .filter(({ isVisible, verdict }) => isVisible && verdict !== 'same')
        .map((choice) => ({
          key: choice.key,
          label: choice.label,
          kept: textOf({ req, choice, values: choice.kept, of: kept, owners, locale }),
          merged: textOf({ req, choice, values: choice.merged, of: merged, owners, locale }),
          verdict: choice.verdict,
        })),
      lists: values.lists
        .filter(({ added }) => added > 0)
        .map(({ label, added }) => ({ label, added })),
      moving,
      rules: [...rulesOf({ kept, merged }), ...staying],
      obstacles: [...(held ? [held.failure.message] : []), ...obstacles],
    },
  }
}

const sideOf = (candidate: Candidate): MergeSide => ({
  id: candidate.id,
  ref: candidate.ref ?? '',
  name: candidate.name ?? '',
  state: candidate.state,
  seenAt: candidate.updatedAt,
  addedAt: candidate.createdAt,
  hasLogin: Boolean(candidate.portalAccount),
})

const rulesOf = ({ kept, merged }: { kept: Candidate; merged: Candidate }): string[] => {
  const isOneBlocked = [kept, merged].some(({ state }) => state === 'do_not_use')
  const [own, other] = [Boolean(kept.portalAccount), Boolean(merged.portalAccount)]
  return [
    ...(isOneBlocked
      ? [
          `One of the two is “${candidateWorkflow.states.do_not_use.label}”, and so is the kept record.`,
        ]
      : []),
    ...(merged.doNotContact && !kept.doNotContact
      ? ['The other record says “Do not contact”, and so does the kept one.']
      : []),
    ...(own && other
      ? ['Both have a login to the portal. The one with the kept e-mail stays; the other ends.']
      : other
        ? ['The login to the portal comes along, with the e-mail that is kept.']
        : []),
    'Consents come along. A purpose that either record said no to is no.',
    'E-mail and phone of both are recognised afterwards.',
  ]
}

const following = async ({
  req,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  keptId: string
  mergedId: string
}): Promise<Pick<MergePreview, 'moving' | 'obstacles'> & { staying: string[] }> => {
  const sql = sqlOf(req)
  const { mergeRules } = registryOf(req.payload)
  const counts = new Map<string, number>()
  const [obstacles, staying] = [new Set<string>(), new Set<string>()]
  for (const reference of await candidateReferences(sql)) {
    const { table, column, kind } = reference
    const row = await sql.first({
      schema: z.object({ count: wholeNumber }),
      text: `select count(*) from "${table}" where ${aboutCandidate({ column, kind, value: '$1' })}`,
      values: [mergedId],
    })
    const label = labelOf({ req, table })
    if (row && row.count > 0 && label) counts.set(label, (counts.get(label) ?? 0) + row.count)
    if ((await clashesIn({ sql, reference, keptId, mergedId })).length === 0) continue
    const rule = mergeRules.get(table)
    if (rule && rule.clash !== 'refused') staying.add(rule.text)
    else obstacles.add(rule?.text ?? `Both have ${label ?? table} that exclude each other.`)
  }
  return {
    moving: [...counts].map(([label, count]) => ({ label, count })),
    obstacles: [...obstacles],
    staying: [...staying],
  }
}

/** What the admin calls the records of a table; null for what is not for people to see. */
const labelOf = ({ req, table }: { req: PayloadRequest; table: string }): string | null => {
  const collection = req.payload.config.collections.find(
    ({ slug }) => slug.replaceAll('-', '_') === table,
  )
  const plural: unknown = collection?.labels.plural
  const text: unknown =
    typeof plural === 'object' && plural !== null ? Reflect.get(plural, 'en') : plural
  return typeof text === 'string' ? text : null
}

const ownerNames = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly (string | null)[]
}): Promise<ReadonlyMap<string, string>> => {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: known } },
    depth: 0,
    limit: 2,
    req,
    overrideAccess: true,
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

const textOf = ({
  req,
  choice,
  values,
  of,
  owners,
  locale,
}: {
  req: PayloadRequest
  choice: MergeChoice
  values: readonly unknown[]
  of: Candidate
  owners: ReadonlyMap<string, string>
  locale: string
}): string => {
  if (choice.key === 'pay') return payOf({ candidate: of, locale })
  if (choice.key === 'owner') return owners.get(idOf(of.owner) ?? '') ?? ''
  return values
    .flatMap((value, at) => {
      const field = choice.fields[at]
      if (field === 'latitude' || field === 'longitude') return []
      return plainText({ value, labels: optionLabels({ req, field }), locale })
    })
    .join(choice.key === 'name' ? ' ' : ', ')
}

const payOf = ({ candidate, locale }: { candidate: Candidate; locale: string }): string => {
  const { desiredPayRateE4, desiredSalaryMinor } = candidate
  const currency = currencyCode.parse(candidate.currency)
  return [
    desiredPayRateE4
      ? `${formatRate({ rateE4: desiredPayRateE4, currency, locale })} an hour`
      : null,
    desiredSalaryMinor
      ? `${formatMoney({ amount: { amountMinor: desiredSalaryMinor, currency }, locale })} a year`
      : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

const plainText = ({
  value,
  labels,
  locale,
}: {
  value: unknown
  labels: ReadonlyMap<string, string>
  locale: string
}): string[] => {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No']
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'string') {
    return [labels.get(value) ?? (isDay(value) ? formatDay({ day: value, locale }) : value)]
  }
  if (Array.isArray(value)) return value.flatMap((one) => plainText({ value: one, labels, locale }))
  return []
}

/** What the choices of a field are called. */
const optionLabels = ({
  req,
  field,
}: {
  req: PayloadRequest
  field: string | undefined
}): ReadonlyMap<string, string> => {
  const found = req.payload.collections.candidates.config.flattenedFields.find(
    ({ name }) => name === field,
  )
  if (found?.type !== 'select') return new Map()
  return new Map(
    found.options.map((option) => {
      if (typeof option === 'string') return [option, option]
      const text: unknown =
        typeof option.label === 'object' ? Reflect.get(option.label, 'en') : option.label
      return [option.value, typeof text === 'string' ? text : option.value]
    }),
  )
}
