import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can, type Actor } from '../domain/actor'
import { customPerson, customValuesOf, type CustomField } from '../domain/custom-field'
import { changedKeys, judgeValues, missingValues } from '../domain/custom-values'
import { customSettingsOf } from '../fields/custom-settings'
import { customFieldsOf } from '../queries/custom-fields-of'
import { registryOf } from '../registry/registry'

/**
 * Judges the values of the agency's own fields on every way in, and merges them into those that stand
 * there. What is required is asked of staff: of whoever fills in the form, all of it; at a move by
 * command, what the new state asks for. Outside people and the system could not fill it in, so that an
 * application or the clock is never refused for it.
 */
export const guardCustomValues: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const settings = customSettingsOf(collection)
  if (!settings) return data
  const before = customValuesOf(originalDoc?.custom)
  const stateOf = (row: unknown): unknown =>
    settings.stateField && typeof row === 'object' && row !== null
      ? Reflect.get(row, settings.stateField)
      : null
  const state = stateOf(data) ?? stateOf(originalDoc)
  const isMove = operation === 'create' || (state !== null && state !== stateOf(originalDoc))
  const isSent = data.custom !== undefined && data.custom !== null
  const isWritten = isSent && changedKeys({ before, after: customValuesOf(data.custom) }).length > 0
  if (isSent && !isRecord(data.custom))
    throw refusal({ collection: collection.slug, problems: { '': 'This is a group of fields.' } })
  if (!isMove && !isWritten) {
    data.custom = originalDoc?.custom ?? null
    return data
  }
  const fields = await customFieldsOf({ req, collection: collection.slug })
  const actor = actorOf(req)
  const isByCommand = req.context.command !== undefined
  const mayWrite = (field: CustomField) => mayWriteField({ actor, field })
  const { values, problems } = judgeValues({
    fields,
    before,
    sent: customValuesOf(data.custom),
    mayWrite,
  })
  const missing =
    actor.kind === 'staff'
      ? missingValues({
          fields,
          values,
          // A command that makes a record has no form for these; they are asked for at its first move.
          state: isByCommand && operation === 'create' ? null : textOf(state),
          isComplete: !isByCommand,
          mayWrite,
        })
      : {}
  const unknown = await unknownPeople({ req, fields, before, values })
  const all = { ...missing, ...unknown, ...problems }
  if (Object.keys(all).length > 0) throw refusal({ collection: collection.slug, problems: all })
  data.custom = Object.keys(values).length > 0 ? values : null
  return data
}

const mayWriteField = ({ actor, field }: { actor: Actor; field: CustomField }): boolean =>
  [field.readPermission, field.writePermission].every(
    (permission) => permission === null || can({ actor, permission }),
  )

/** A person must be there and, for staff, one they may see. */
const unknownPeople = async ({
  req,
  fields,
  before,
  values,
}: {
  req: PayloadRequest
  fields: readonly CustomField[]
  before: Readonly<Record<string, unknown>>
  values: Readonly<Record<string, unknown>>
}): Promise<Record<string, string>> => {
  const problems: Record<string, string> = {}
  for (const key of changedKeys({ before, after: values })) {
    const field = fields.find((one) => one.key === key && one.type === 'person')
    const person = customPerson.safeParse(values[key])
    if (!field || !person.success) continue
    const slug = registryOf(req.payload).subjects.get(person.data.kind)?.collection
    const known = req.payload.config.collections.find((one) => one.slug === slug)
    const found =
      known &&
      (await req.payload.findByID({
        collection: known.slug,
        id: person.data.id,
        depth: 0,
        req,
        overrideAccess: actorOf(req).kind !== 'staff',
        disableErrors: true,
      }))
    if (!found) problems[key] = `${field.label}: choose a person who is on record.`
  }
  return problems
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const refusal = ({
  collection,
  problems,
}: {
  collection: string
  problems: Readonly<Record<string, string>>
}): ValidationError =>
  new ValidationError({
    collection,
    errors: Object.entries(problems).map(([key, message]) => ({
      path: key ? `custom.${key}` : 'custom',
      message,
    })),
  })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
