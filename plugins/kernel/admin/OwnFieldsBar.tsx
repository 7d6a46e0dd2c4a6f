'use client'

import { toast, useListQuery, usePreferences } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ListQuery } from 'payload'
import { useState } from 'react'

import {
  customText,
  formatScaled,
  minorDigitsOf,
  type CustomField,
  type OwnCondition,
} from '#plugins/kernel/domain'
import { fileOf } from './list-file'
import { preferenceOf } from './own-columns'
import { operatorWords, OwnFilterDialog } from './OwnFilterDialog'

type Props = {
  collection: string
  fields: readonly CustomField[]
  /** Keys of the columns that are shown. */
  columns: readonly string[]
  conditions: readonly OwnCondition[]
  locale: string
}

/** Above a list: which of the agency's own fields are columns, what is filtered by them, and the file. */
export const OwnFieldsBar = ({ collection, fields, columns, conditions, locale }: Props) => {
  const router = useRouter()
  const { query, refineListData } = useListQuery()
  const { setPreference } = usePreferences()
  const [isAsking, setAsking] = useState(false)
  const filter = async (next: readonly OwnCondition[]) => {
    // Empty and not left out: what is left out stays as it was.
    const refined: ListQuery & { own: string } = {
      own: next.length > 0 ? JSON.stringify(next) : '',
      page: 1,
    }
    await refineListData(refined)
  }
  const show = async (keys: readonly string[]) => {
    await setPreference(preferenceOf(collection), [...keys])
    router.refresh()
    toast.success('Your columns are saved.')
  }
  return (
    <div className="pwa-own-bar">
      <details className="pwa-own-bar__columns">
        <summary className="pwa-btn pwa-btn--menu">Own columns</summary>
        <fieldset className="pwa-own-bar__list">
          <legend className="pwa-sr-only">Own fields shown as columns</legend>
          {fields.map((field) => (
            <label key={field.key}>
              <input
                type="checkbox"
                checked={columns.includes(field.key)}
                onChange={() =>
                  void show(
                    columns.includes(field.key)
                      ? columns.filter((key) => key !== field.key)
                      : [...columns, field.key],
                  )
                }
              />
              <span>{field.label}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <button type="button" className="pwa-btn" onClick={() => setAsking(true)}>
        Filter by own field
      </button>
      <ul className="pwa-own-bar__chips" aria-label="Filters by own fields">
        {conditions.map((condition, at) => {
          const words = inWords({ condition, fields, locale })
          return (
            <li key={`${condition.key}-${condition.operator}-${String(condition.value)}`}>
              {words}
              <button
                type="button"
                aria-label={`Take away: ${words}`}
                onClick={() => void filter(conditions.filter((_, index) => index !== at))}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <a
        className="pwa-btn pwa-btn--quiet"
        href={fileOf({
          collection,
          query,
          own: conditions.length > 0 ? JSON.stringify(conditions) : null,
          format: 'csv',
        })}
      >
        Download CSV
      </a>
      {isAsking ? (
        <OwnFilterDialog
          fields={fields}
          onClose={() => setAsking(false)}
          onDone={(condition) => {
            setAsking(false)
            void filter([...conditions, condition])
          }}
        />
      ) : null}
    </div>
  )
}

const inWords = ({
  condition: { key, operator, value },
  fields,
  locale,
}: {
  condition: OwnCondition
  fields: readonly CustomField[]
  locale: string
}): string => {
  const field = fields.find((one) => one.key === key)
  if (!field) return key
  if (operator === 'exists') return `${field.label} ${value === true ? 'is filled in' : 'is empty'}`
  return `${field.label} ${operatorWords({ operator, type: field.type })} ${valueWords({ field, value, locale })}`
}

const valueWords = ({
  field,
  value,
  locale,
}: {
  field: CustomField
  value: OwnCondition['value']
  locale: string
}): string => {
  switch (field.type) {
    case 'person':
      return 'the chosen person'
    case 'money':
      return `${formatScaled({ value: Number(value), scale: minorDigitsOf(field.currency) })} ${field.currency ?? ''}`
    case 'choices':
      return customText({ field, value: [value], locale }) ?? ''
    case 'text':
    case 'longText':
    case 'link':
      return `“${String(value)}”`
    default:
      return customText({ field, value, locale }) ?? String(value)
  }
}
