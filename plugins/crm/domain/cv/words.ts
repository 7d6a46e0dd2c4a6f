import { foldSkill, type KnownSkill } from '../skill-words'
import { languageCodes, languageName, type LanguageCode, type LanguageLevel } from '../profile'
import { pieceOf, piecesOf, plain, type Found, type Line } from './lines'
import { pointIn, type DayOrder } from './dates'
import type { Section } from './sections'

export type SkillWord = { name: string; skillId: string | null; years: number | null }
export type SpokenLanguage = { language: LanguageCode; level: LanguageLevel | null }
export type Certificate = { name: string; issuedIn: string | null }

/** The longest skill of the list in words; longer ones are not looked for. */
const mostWords = 6
const mostSkills = 120

/** Ordinary words that are skills only where somebody lists skills. */
const everyday = new Set(
  'go rust swift node sage lean react training cook loading cleaning reception triage pumps epic packing picking receiving xero java redis sales marketing networking coaching mentoring translation carpentry commissioning compliance housekeeping scheduling forklift teamwork unloading packaging supervision supervising negotiation recruiting recruitment angular vue docker git linux tools excel word'.split(
    ' ',
  ),
)

/**
 * The skills of the agency's list that the text names, each once where it stands first, and under a
 * heading “Skills” other short words too. In one pass: a word is looked up, not searched for.
 */
export const skillsIn = ({
  sections,
  known,
}: {
  sections: readonly Section[]
  known: readonly KnownSkill[]
}): Found<SkillWord>[] => {
  const byWords = new Map<string, KnownSkill>()
  for (const skill of known)
    for (const key of skill.keys) {
      const words = tokensIn(key).map(({ word }) => word)
      if (words.length > 0 && words.length <= mostWords) byWords.set(words.join(' '), skill)
    }
  const found = new Map<string, Found<SkillWord>>()
  const listed = sections.filter(({ kind }) => kind === 'skills')
  const told = sections.filter(
    ({ kind }) => kind !== 'references' && kind !== 'other' && kind !== 'skills',
  )
  for (const section of [...listed, ...told]) {
    const isListed = section.kind === 'skills'
    for (const line of section.lines) {
      if (found.size >= mostSkills) break
      const taken = knownIn({ line, byWords, isListed, found })
      if (isListed) wordsOf({ line, taken, found })
    }
  }
  return [...found.values()].slice(0, mostSkills)
}

const knownIn = ({
  line,
  byWords,
  isListed,
  found,
}: {
  line: Line
  byWords: ReadonlyMap<string, KnownSkill>
  isListed: boolean
  found: Map<string, Found<SkillWord>>
}): { start: number; end: number }[] => {
  const taken: { start: number; end: number }[] = []
  const tokens = tokensIn(line.text)
  for (let at = 0; at < tokens.length; at += 1) {
    for (let count = Math.min(mostWords, tokens.length - at); count > 0; count -= 1) {
      const run = tokens.slice(at, at + count)
      const [first, last] = [run[0], run.at(-1)]
      const skill = byWords.get(run.map(({ word }) => word).join(' '))
      if (!skill || !first || !last) continue
      const written = line.text.slice(first.start, last.end)
      if (!isListed && count === 1 && !isPlainlySkill(written)) continue
      const start = line.start + first.start
      taken.push({ start, end: line.start + last.end })
      if (!found.has(skill.id))
        found.set(skill.id, {
          value: {
            name: skill.name,
            skillId: skill.id,
            years: yearsBehind(line.text.slice(last.end, last.end + 24)),
          },
          start,
          end: line.start + last.end,
          confidence: isListed ? 0.95 : 0.65,
        })
      at += count - 1
      break
    }
  }
  return taken
}

/** In running text, short words count only in capitals and ordinary words not at all. */
const isPlainlySkill = (written: string): boolean =>
  !everyday.has(written.toLowerCase()) &&
  (written.length > 3 ||
    (written.length > 1 && written === written.toUpperCase() && /\p{L}/u.test(written)))

const yearsBehind = (text: string): number | null => {
  const match = /^[\s:,(–-]{0,3}(\d{1,2})\+? ?(?:years?|yrs?|jahre?|ans|años|lat)/i.exec(text)
  const years = match ? Number(match[1]) : Number.NaN
  return years >= 0 && years <= 60 ? years : null
}

/** What else is listed as a skill: short pieces between commas, bullets and bars. */
const wordsOf = ({
  line,
  taken,
  found,
}: {
  line: Line
  taken: readonly { start: number; end: number }[]
  found: Map<string, Found<SkillWord>>
}): void => {
  const colon = line.text.indexOf(':')
  const from = colon > 0 && colon < 40 ? colon + 1 : 0
  for (const piece of piecesOf({
    line: pieceOf({ line, from, to: line.text.length }),
    between: /[,;|·•●▪\t]|\s{3,}|\s[–—]\s/g,
  })) {
    const text = piece.text.replace(/[.:]$/, '')
    const key = foldSkill(text)
    if (text.length < 2 || text.length > 40 || text.split(' ').length > 4 || !/\p{L}/u.test(text))
      continue
    if (taken.some(({ start, end }) => start < piece.end && end > piece.start)) continue
    if (found.size < mostSkills && !found.has(key))
      found.set(key, {
        value: { name: text, skillId: null, years: null },
        start: piece.start,
        end: piece.start + text.length,
        confidence: 0.6,
      })
  }
}

type Token = { word: string; start: number; end: number }

/** Words as skills are folded, with where they stand; a point belongs to a word only inside it. */
const tokensIn = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}.#+&][\p{L}\p{M}\p{N}.#+&'’]*/gu)) {
    const end = match.index + match[0].replace(/(?<![.'’])[.'’]+$/, '').length
    const word = foldSkill(text.slice(match.index, end))
    if (word) tokens.push({ word, start: match.index, end })
  }
  return tokens
}

const levels: readonly (readonly [RegExp, LanguageLevel, number])[] = [
  [
    /\b(?:native|mother tongue|muttersprach\w*|langue maternelle|nativo|nativa|ojczysty|bilingual|bilingue|first language)/i,
    'native',
    0.95,
  ],
  [/\bC2\b/i, 'c2', 0.95],
  [/\bC1\b/i, 'c1', 0.95],
  [/\bB2\b/i, 'b2', 0.95],
  [/\bB1\b/i, 'b1', 0.95],
  [/\bA2\b/i, 'a2', 0.95],
  [/\bA1\b/i, 'a1', 0.95],
  [
    /\b(?:fluent|fliessend|fliesend|verhandlungssicher|courant|fluido|biegle|biegly|proficient|full professional|business fluent|excellent)/i,
    'c1',
    0.7,
  ],
  [
    /\b(?:very good|sehr gut|advanced|professional working|upper.intermediate|avance|avanzado)/i,
    'b2',
    0.65,
  ],
  [
    /\b(?:good|gut|intermediate|conversational|working knowledge|intermedio|intermediaire|limited working)/i,
    'b1',
    0.6,
  ],
  [
    /\b(?:basic|basics|elementary|beginner|grundkenntnisse|schulkenntnisse|notions|basico|podstawowy)/i,
    'a2',
    0.6,
  ],
]

const languageByWord = new Map<string, LanguageCode>()
for (const code of languageCodes) {
  languageByWord.set(plain(languageName(code)), code)
  for (const locale of ['de', 'fr', 'es', 'pl', code]) {
    const name = nameIn({ code, locale })
    if (name) languageByWord.set(plain(name), code)
  }
}
languageByWord
  .set('mandarin', 'zh')
  .set('cantonese', 'zh')
  .set('farsi', 'fa')
  .set('tagalog', 'tl')
  .set('flemish', 'nl')

function nameIn({ code, locale }: { code: string; locale: string }): string | null {
  const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)
  return name && name.length > 2 ? name : null
}

/** Languages under their heading, with the level that stands behind or before. */
export const languagesIn = (sections: readonly Section[]): Found<SpokenLanguage>[] => {
  const found = new Map<LanguageCode, Found<SpokenLanguage>>()
  for (const { lines } of sections.filter(({ kind }) => kind === 'languages'))
    for (const line of lines)
      for (const piece of piecesOf({ line, between: /[,;|·•●\t/]|\s{3,}|\band\b|\bund\b/g })) {
        const folded = plain(piece.text)
        const word = [...folded.matchAll(/\p{L}{3,}/gu)].find((match) =>
          languageByWord.has(match[0]),
        )
        const code = word ? languageByWord.get(word[0]) : undefined
        if (!code) {
          // “English, fluent”: the level stands in a piece of its own.
          const last = [...found.values()].at(-1)
          const level = levelIn(folded)
          if (last && level && last.value.level === null)
            found.set(last.value.language, {
              ...last,
              value: { ...last.value, level: level.level },
              end: piece.end,
              confidence: level.confidence,
            })
          continue
        }
        const level = levelIn(folded)
        if (!found.has(code) && found.size < 30)
          found.set(code, {
            value: { language: code, level: level?.level ?? null },
            start: piece.start,
            end: piece.end,
            confidence: level?.confidence ?? 0.8,
          })
      }
  return [...found.values()]
}

const levelIn = (text: string): { level: LanguageLevel; confidence: number } | null => {
  for (const [pattern, level, confidence] of levels)
    if (pattern.test(text)) return { level, confidence }
  return null
}

/** Lines under “Certificates” and its like, with the month in which each was given. */
export const certificatesIn = ({
  sections,
  order,
}: {
  sections: readonly Section[]
  order: DayOrder
}): Found<Certificate>[] =>
  sections
    .filter(({ kind }) => kind === 'certificates')
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const point = pointIn({ line, order })
      const name = (
        point
          ? `${line.text.slice(0, point.start - line.start)} ${line.text.slice(point.end - line.start)}`
          : line.text
      )
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^[\s,;:()–—-]+|[\s,;:()–—-]+$/g, '')
      if (name.length < 2 || name.length > 120 || !/\p{L}{2}/u.test(name)) return []
      return [
        {
          value: {
            name,
            issuedIn: point
              ? `${point.year}${point.month === null ? '' : `-${String(point.month).padStart(2, '0')}`}`
              : null,
          },
          start: line.start,
          end: line.end,
          confidence: 0.7,
        },
      ]
    })
    .slice(0, 40)
