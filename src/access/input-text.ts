import { isStorable } from '#plugins/kernel/domain'

const mostJsonDepth = 100
const mostUrlLength = 16_000

/** Names by which JSON or a query string could reach the prototype of an object. */
const prototypeNames = new Set(['__proto__', 'constructor', 'prototype'])

/** Parameters that Payload reads as one value; a list or a group there is a mistake or a trick. */
const singleParameters = [
  'depth',
  'limit',
  'page',
  'pagination',
  'draft',
  'autosave',
  'trash',
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'overrideLock',
  'publishSpecificLocale',
  'prefix',
]

/** Parameters that Payload parses as JSON when they come as one text, without catching what fails. */
const jsonParameters = ['where', 'data']

/**
 * Judges the path of a request: segments that are not plain names lead nowhere.
 *
 * @returns whether a route may be looked up by it
 */
export const isPlainPath = (pathname: string): boolean =>
  pathname
    .split('/')
    .slice(1)
    .every((segment) => {
      const name = decoded(segment)
      return name !== null && !isSpecial(name) && isPlainText(name) && !/[/\\]/.test(name)
    })

/**
 * Judges the query string of a request, or a body that is one.
 *
 * @returns the problem in words, or null
 */
export const judgeSearch = (search: string): string | null => {
  if (search.length > mostUrlLength) return 'The query is too long.'
  const parameters = new URLSearchParams(search)
  const seen = new Set<string>()
  for (const [key, value] of parameters) {
    if (!isStorable(key) || !isStorable(value))
      return 'The query holds characters that cannot be stored.'
    const names = key.split(/[[\].]/)
    if (names.some((name) => prototypeNames.has(name))) return 'The query holds a forbidden name.'
    const [first = ''] = names
    if (singleParameters.includes(first) && (seen.has(first) || key !== first))
      return `${first} must be given once, as one value.`
    if (jsonParameters.includes(key) && value !== '' && judgeJson(value) !== null)
      return `${key} is not valid JSON.`
    seen.add(first)
  }
  return null
}

/**
 * Judges a JSON text that must be an object: its depth before it is parsed, then every name, text
 * and number in it. Postgres stores neither NUL nor half a surrogate pair.
 *
 * @returns the problem in words, or null
 */
export const judgeJson = (text: string): string | null => {
  if (depthOf(text) > mostJsonDepth) return 'The JSON is nested too deeply.'
  const parsed = parse(text)
  if (!parsed.ok) return 'The body is not valid JSON.'
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The body must be a JSON object.'
  return judgeValue(value)
}

/** A step in a path, or a name that every object knows: Payload looks collections up by it. */
const isSpecial = (name: string): boolean => name === '.' || name === '..' || name in {}

/** A name that shows as what it is: no control characters, no marks that turn the reading direction. */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text)

const judgeValue = (value: unknown): string | null => {
  if (typeof value === 'string')
    return isStorable(value) ? null : 'The body holds characters that cannot be stored.'
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : 'The body holds a number that is too large.'
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (prototypeNames.has(key)) return 'The body holds a forbidden name.'
    const problem = isStorable(key)
      ? judgeValue(inner)
      : 'The body holds characters that cannot be stored.'
    if (problem) return problem
  }
  return null
}

const parse = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false }
    throw error
  }
}

const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (inText) {
      if (char === '\\') index += 1
      else if (char === '"') inText = false
    } else if (char === '"') inText = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1))
    else if (char === '}' || char === ']') depth -= 1
  }
  return deepest
}

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
