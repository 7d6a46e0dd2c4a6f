import { formatMinutes } from '#plugins/kernel/domain'

/** A name with its value in words, or with parts of its own. */
export type Fact = { name: string; text: string; parts?: readonly Fact[] }

/** A stored structure as names and values; units are read off the end of a name. */
export const factsOf = (value: unknown): Fact[] => {
  if (Array.isArray(value)) return value.map((item, at) => factOf([String(at + 1), item]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(factOf)
}

const factOf = ([key, value]: readonly [string, unknown]): Fact => {
  if (isRatio(value)) return { name: wordsOf(key), text: `${value.num} / ${value.den}` }
  const isNested = typeof value === 'object' && value !== null
  const simple = Array.isArray(value) && value.every((item) => typeof item !== 'object')
  if (simple) return { name: wordsOf(key), text: value.join(', ') || '–' }
  if (isNested) return { name: wordsOf(key), text: '', parts: factsOf(value) }
  return { name: wordsOf(key), text: textOf({ key, value }) }
}

const isRatio = (value: unknown): value is { num: number; den: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value

const units: readonly { end: RegExp; write: (value: number) => string }[] = [
  { end: /Minutes$|^minutes$|^before$|^after$/, write: (value) => `${formatMinutes(value)} h` },
  { end: /Minor$/, write: (value) => (value / 100).toFixed(2) },
  { end: /E4$/, write: (value) => (value / 10_000).toFixed(4).replace(/0{1,2}$/, '') },
  { end: /Bp$/, write: (value) => `${value / 100} %` },
]

const textOf = ({ key, value }: { key: string; value: unknown }): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') {
    const unit = units.find(({ end }) => end.test(key))
    return unit ? unit.write(value) : String(value)
  }
  return typeof value === 'string' && value !== '' ? value : '–'
}

/** `regularRateE4` is "Regular rate": the unit shows in the value. */
const wordsOf = (key: string): string => {
  const words = key
    .replace(/(E4|Bp|Minor)$/, '')
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
