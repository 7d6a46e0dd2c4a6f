'use client'

import { usePreferences } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import {
  foundIn,
  recentIn,
  withRecent,
  type RecentRecord,
  type SearchGroup,
  type SearchItem,
} from './search-answer'

type Answer = { text: string; groups: readonly SearchGroup[]; problem: string | null }

const preference = 'recent-records'

/** What fits the text, asked a moment after the last letter; without a text what one had before. */
export const useSearch = (text: string) => {
  const { getPreference, setPreference } = usePreferences()
  const [recent, setRecent] = useState<readonly RecentRecord[] | null>(null)
  const [answer, setAnswer] = useState<Answer>({ text: '', groups: [], problem: null })
  const asked = text.trim()

  useEffect(() => {
    void getPreference<unknown>(preference).then((kept) => setRecent(recentIn(kept)))
  }, [getPreference])

  useEffect(() => {
    if (recent === null) return
    const abort = new AbortController()
    const timer = setTimeout(
      () => {
        void ask({ text: asked, recent, signal: abort.signal }).then((found) => {
          if (!abort.signal.aborted) setAnswer(found)
        })
      },
      asked === '' ? 0 : 150,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked, recent])

  const isCurrent = answer.text === asked
  return {
    groups: answer.groups,
    isBusy: !isCurrent,
    note: noteFor({ answer, asked, isCurrent }),
    remember: ({ record }: SearchItem) => {
      if (!record) return
      void setPreference(preference, withRecent({ recent: recent ?? [], record }))
    },
  }
}

const noteFor = ({
  answer,
  asked,
  isCurrent,
}: {
  answer: Answer
  asked: string
  isCurrent: boolean
}): string => {
  if (answer.problem) return answer.problem
  const count = answer.groups.reduce((sum, { items }) => sum + items.length, 0)
  if (count > 0) return isCurrent && asked !== '' ? `${count} found. Enter opens.` : ''
  if (!isCurrent) return ''
  return asked === ''
    ? 'Candidates, contacts, clients, orders, placements, timesheets, invoices and screens.'
    : 'Nothing fits. Try the beginning of a name, a number such as JO-2026-0142, or a screen.'
}

const ask = async ({
  text,
  recent,
  signal,
}: {
  text: string
  recent: readonly RecentRecord[]
  signal: AbortSignal
}): Promise<Answer> => {
  if (text === '' && recent.length === 0) return { text, groups: [], problem: null }
  const query =
    text === ''
      ? `recent=${recent.map(({ kind, id }) => `${kind}:${id}`).join(',')}`
      : `text=${encodeURIComponent(text)}`
  try {
    const response = await fetch(`/api/search?${query}`, { signal })
    const body: unknown = await response.json()
    return response.ok
      ? { text, groups: foundIn(body), problem: null }
      : { text, groups: [], problem: 'The search did not work. Please try again.' }
  } catch (error) {
    if (signal.aborted) return { text, groups: [], problem: null }
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { text, groups: [], problem: 'The server could not be reached.' }
    throw error
  }
}
