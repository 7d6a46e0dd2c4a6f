'use client'

import { useField, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import {
  customValuesOf,
  isShown,
  judgeValues,
  valueAt,
  type CustomField,
  type CustomValues,
} from '#plugins/kernel/domain'
import { CustomValueInput } from './CustomValueInput'

type Props = {
  path: string
  fields: readonly CustomField[]
  /** Keys that the reader sees but may not change. */
  fixed: readonly string[]
  /** Names of people by id. */
  people: Readonly<Record<string, string>>
  stateField: string | null
}

/** The agency's own fields of a record; what is wrong stands beside the field once it was left. */
export const CustomValuesForm = ({ path, fields, fixed, people, stateField }: Props) => {
  const { value, initialValue, setValue } = useField<CustomValues | null>({ path })
  const state = useFormFields(([form]) => (stateField ? form[stateField]?.value : null))
  const [left, setLeft] = useState<readonly string[]>([])
  const refused = useRefused(path)
  const values = customValuesOf(value)
  const { problems } = judgeValues({
    fields,
    before: customValuesOf(initialValue),
    sent: values,
    mayWrite: () => true,
  })
  const shown = fields.filter((field) => isShown({ field, values }))
  return (
    <section className="pwa-own" aria-labelledby="own-fields">
      <h3 id="own-fields" className="pwa-own__title">
        Own fields
      </h3>
      <div className="pwa-own__grid">
        {shown.map((field) => {
          const own = valueAt({ values, key: field.key })
          return (
            <CustomValueInput
              key={field.key}
              field={field}
              value={own}
              people={people}
              isFixed={fixed.includes(field.key)}
              isRequired={
                field.isRequired || (typeof state === 'string' && field.requiredIn.includes(state))
              }
              problem={
                refused.problems[field.key] ??
                (left.includes(field.key) ? problems[field.key] : undefined)
              }
              onLeave={() => setLeft((keys) => [...new Set([...keys, field.key])])}
              onChange={(next) => {
                if (refused.problems[field.key]) refused.forget(field.key)
                // Null and not absent: a key that is not sent stays as it is.
                setValue({ ...values, [field.key]: next })
              }}
            />
          )
        })}
      </div>
    </section>
  )
}

/**
 * What the server refused, by key. Payload keeps such an error as a field of the form, which would be
 * sent with the next save and empty the value; so it is marked as no data, and goes with the next change.
 */
const useRefused = (path: string) => {
  const { dispatchFields } = useForm()
  const told = useFormFields(([form]) =>
    JSON.stringify(
      Object.entries(form)
        .filter(([name, field]) => name.startsWith(`${path}.`) && field.errorMessage)
        .map(([name, field]) => [name, field.errorMessage, field.disableFormData === true]),
    ),
  )
  useEffect(() => {
    for (const { name, message, isMarked } of entriesIn(told))
      if (!isMarked)
        dispatchFields({
          type: 'UPDATE',
          path: name,
          disableFormData: true,
          errorMessage: message,
          valid: true,
        })
  }, [told, dispatchFields])
  return {
    problems: Object.fromEntries(
      entriesIn(told).map(({ name, message }) => [name.slice(path.length + 1), message]),
    ),
    forget: (key: string) => dispatchFields({ type: 'REMOVE', path: `${path}.${key}` }),
  }
}

const entriesIn = (text: string): { name: string; message: string; isMarked: boolean }[] => {
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) =>
    Array.isArray(entry)
      ? [{ name: String(entry[0]), message: String(entry[1]), isMarked: entry[2] === true }]
      : [],
  )
}
