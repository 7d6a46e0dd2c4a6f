import { commonPasswordWords } from './common-passwords'

export const leastPasswordLength = 12
/** Far above any passphrase; only so that nobody makes the server hash megabytes. */
const mostPasswordLength = 1024

/**
 * Whether a password may be chosen: at least 12 characters, nothing that is guessed first. No rules
 * about digits and signs, no upper bound that a person meets (NIST SP 800-63B-4, section 3.1.1.2).
 *
 * @param email the account's address, when it is known; neither it nor its parts may be the password
 * @returns what is wrong and what to do, or null
 */
export const judgePassword = ({
  password,
  email,
}: {
  password: string
  email: string | null
}): string | null => {
  const length = [...password].length
  if (length < leastPasswordLength) return `Use at least ${leastPasswordLength} characters.`
  if (length > mostPasswordLength) return `Use at most ${mostPasswordLength} characters.`
  const folded = password.normalize('NFKC').toLowerCase()
  if (email && isMadeOfEmail({ folded, email })) return 'Choose a password without your e-mail.'
  if (new Set(folded).size < 5 || isRow(folded) || isCommon(folded))
    return 'This password is guessed easily. A few random words make a better one.'
  return null
}

const isMadeOfEmail = ({ folded, email }: { folded: string; email: string }): boolean => {
  const address = email.trim().toLowerCase()
  const [name = '', domain = ''] = address.split('@')
  const core = lettersOf(folded)
  return [address, name, domain, `${name}${domain}`].some(
    (part) =>
      part.length > 0 && (folded === part || isRepeated({ text: core, part: lettersOf(part) })),
  )
}

/** Characters that follow each other in the alphabet, among the digits or on a keyboard. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm']

const isRow = (folded: string): boolean =>
  rows.some((row) => {
    const there = row.repeat(2)
    const back = [...there].toReversed().join('')
    return there.includes(folded) || back.includes(folded)
  })

/** Signs by which a word is disguised. */
const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Without the digits and signs at its end, of which the first sign of all is none. */
const withoutTail = (folded: string): string => {
  const signs = [...folded]
  while (signs.length > 1 && /[\d\p{P}\p{S}]/u.test(signs.at(-1) ?? '')) signs.pop()
  return signs.join('')
}

const isCommon = (folded: string): boolean => {
  const undisguised = [...folded].map((sign) => disguises[sign] ?? sign).join('')
  // Digits and signs around a word, or instead of its letters: password2024!, p4ssw0rd2024.
  const trimmed = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const candidates = [
    folded,
    lettersOf(folded),
    lettersOf(undisguised),
    lettersOf([...trimmed].map((sign) => disguises[sign] ?? sign).join('')),
    lettersOf([...withoutTail(folded)].map((sign) => disguises[sign] ?? sign).join('')),
  ]
  return candidates.some(
    (candidate) =>
      candidate === '' ||
      commonPasswordWords.has(candidate) ||
      isOfCommonWords(candidate) ||
      isRow(candidate),
  )
}

/** At most two common words, or one said again and again. */
const isOfCommonWords = (letters: string): boolean => {
  for (let cut = 3; cut <= letters.length; cut += 1) {
    const head = letters.slice(0, cut)
    if (!commonPasswordWords.has(head)) continue
    if (isRepeated({ text: letters, part: head })) return true
    if (commonPasswordWords.has(letters.slice(cut))) return true
  }
  return false
}

const isRepeated = ({ text, part }: { text: string; part: string }): boolean =>
  part.length > 0 &&
  text.length > 0 &&
  text === part.repeat(Math.ceil(text.length / part.length)).slice(0, text.length)

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')
