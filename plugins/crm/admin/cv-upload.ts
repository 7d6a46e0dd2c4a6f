import { callCommand } from '#plugins/kernel/admin'

/** What became of a dropped file. */
export type CvOutcome =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'reading'; draftId: string }
  | { kind: 'parsed'; draftId: string }
  | { kind: 'unreadable'; draftId: string; why: string }
  | { kind: 'duplicate'; draftId: string | null; candidateId: string | null; ref: string | null }
  | { kind: 'refused'; why: string; mayRetry: boolean }

const mostBytes = 10_000_000

/** Sends one file; its answer is what to show beside it. */
export const sendCv = async ({
  file,
  candidateId,
}: {
  file: File
  candidateId: string | null
}): Promise<CvOutcome> => {
  if (file.size > mostBytes)
    return { kind: 'refused', why: 'This file is too large: at most 10 MB.', mayRetry: false }
  const contentBase64 = await base64Of(file)
  if (contentBase64 === null)
    return { kind: 'refused', why: 'This is a folder or cannot be opened.', mayRetry: false }
  const answer = await callCommand({
    command: 'add-cv',
    input: { filename: file.name, contentBase64, candidateId },
    key: crypto.randomUUID(),
  })
  if (!answer.ok)
    return {
      kind: 'refused',
      why: answer.message,
      mayRetry: answer.code === 'unreachable' || answer.code.startsWith('http-5'),
    }
  const outcome = textAt(answer.result, 'outcome')
  const draftId = textAt(answer.result, 'draftId')
  if (outcome === 'duplicate')
    return {
      kind: 'duplicate',
      draftId,
      candidateId: textAt(answer.result, 'candidateId'),
      ref: textAt(answer.result, 'candidateRef'),
    }
  return draftId
    ? { kind: 'reading', draftId }
    : { kind: 'refused', why: 'The answer could not be read. Please try again.', mayRetry: true }
}

/** What became of the drafts that were being read. */
export const readDrafts = async (ids: readonly string[]): Promise<Map<string, CvOutcome>> => {
  const outcomes = new Map<string, CvOutcome>()
  for (let at = 0; at < ids.length; at += 100) {
    const query = new URLSearchParams({
      limit: '100',
      depth: '0',
      'where[id][in]': ids.slice(at, at + 100).join(','),
    })
    const response = await fetch(`/api/cv-drafts?${query.toString()}`)
    if (!response.ok) continue
    const body: unknown = await response.json()
    const docs: unknown = Reflect.get(Object(body), 'docs')
    for (const doc of Array.isArray(docs) ? docs : []) {
      const draftId = textAt(doc, 'id')
      const state = textAt(doc, 'state')
      if (!draftId) continue
      if (state === 'parsed') outcomes.set(draftId, { kind: 'parsed', draftId })
      if (state === 'unreadable')
        outcomes.set(draftId, {
          kind: 'unreadable',
          draftId,
          why: textAt(doc, 'problem') ?? 'This file cannot be read.',
        })
    }
  }
  return outcomes
}

const base64Of = async (file: File): Promise<string | null> =>
  await new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : null)
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })

const textAt = (value: unknown, key: string): string | null => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof text === 'string' ? text : null
}
