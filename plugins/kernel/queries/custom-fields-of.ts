import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import {
  customFieldTypeNames,
  customOption,
  personKindNames,
  showWhen,
  type CustomField,
} from '../domain/custom-field'
import { processWide } from '../registry/process-wide'

/**
 * The fields that the agency has defined for a collection, in their order, the removed ones too. Read
 * once per request: a record list asks for them with every record.
 */
export const customFieldsOf = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Promise<readonly CustomField[]> => {
  const all = await allCustomFields(req)
  return all.filter(({ appliesTo }) => appliesTo === collection)
}

/** After a definition was written: what this process has read before is not true any more. */
export const forgetCustomFields = (): void => {
  memory.version += 1
}

const memory = processWide({
  name: 'custom-fields',
  make: (): {
    version: number
    known: WeakMap<object, { version: number; fields: Promise<readonly CustomField[]> }>
  } => ({ version: 0, known: new WeakMap() }),
})

const allCustomFields = async (req: PayloadRequest): Promise<readonly CustomField[]> => {
  const known = memory.known.get(req.context)
  if (known?.version === memory.version) return await known.fields
  const fields = readCustomFields(req)
  memory.known.set(req.context, { version: memory.version, fields })
  return await fields
}

const readCustomFields = async (req: PayloadRequest): Promise<readonly CustomField[]> =>
  await sqlOf(req).rows({
    schema: definitionRow,
    text: `select id, applies_to, key, label, help, type::text, options, currency, person_kind, is_required,
        required_in, show_when, read_permission, write_permission, is_in_list, position, is_removed
      from field_definitions order by applies_to, position, id`,
  })

const definitionRow = z
  .object({
    id: z.string(),
    applies_to: z.string(),
    key: z.string(),
    label: z.string(),
    help: z.string().nullable(),
    type: z.enum(customFieldTypeNames),
    options: z.array(customOption).nullable(),
    currency: z.string().nullable(),
    person_kind: z.enum(personKindNames).nullable(),
    is_required: z.boolean().nullable(),
    required_in: z.array(z.string()).nullable(),
    show_when: showWhen.nullable(),
    read_permission: z.string().nullable(),
    write_permission: z.string().nullable(),
    is_in_list: z.boolean().nullable(),
    position: z.coerce.number(),
    is_removed: z.boolean().nullable(),
  })
  .transform(
    (row): CustomField => ({
      id: row.id,
      appliesTo: row.applies_to,
      key: row.key,
      label: row.label,
      help: row.help,
      type: row.type,
      options: row.options ?? [],
      currency: row.currency,
      personKind: row.person_kind,
      isRequired: row.is_required ?? false,
      requiredIn: row.required_in ?? [],
      showWhen: row.show_when,
      readPermission: row.read_permission,
      writePermission: row.write_permission,
      isInList: row.is_in_list ?? false,
      position: row.position,
      isRemoved: row.is_removed ?? false,
    }),
  )
