import { customMoney, type CustomField, isFilled } from './custom-field'
import { formatDay, formatMoney } from './format'
import { isDay } from './time'

/**
 * A value in words, for lists, exports and the history of a record; null when there is none. A person
 * is named by the caller, who knows whom the reader may see.
 */
export const customText = ({
  field,
  value,
  locale,
  nameOf,
}: {
  field: CustomField
  value: unknown
  locale: string
  nameOf?: (person: unknown) => string | null
}): string | null => {
  if (!isFilled(value)) return null
  switch (field.type) {
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'money': {
      const money = customMoney.safeParse(value)
      return money.success ? formatMoney({ amount: money.data, locale }) : null
    }
    case 'day':
      return typeof value === 'string' && isDay(value) ? formatDay({ day: value, locale }) : null
    case 'number':
      return typeof value === 'number'
        ? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value)
        : null
    case 'choice':
      return optionLabel({ field, value })
    case 'choices':
      return Array.isArray(value)
        ? value.map((one: unknown) => optionLabel({ field, value: one })).join(', ')
        : null
    case 'person':
      return nameOf?.(value) ?? null
    default:
      return String(value)
  }
}

const optionLabel = ({ field, value }: { field: CustomField; value: unknown }): string =>
  field.options.find((option) => option.value === value)?.label ?? String(value)
