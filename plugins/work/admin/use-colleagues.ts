'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

import type { Colleague } from '../domain'

type Found = { colleagues: readonly Colleague[]; problem: string | null }

const nothing: Found = { colleagues: [], problem: null }

/** Colleagues whose names hold a word, a moment after it was typed; nobody while there is none. */
export const useColleagues = ({ word }: { word: string | null }): Found => {
  const [found, setFound] = useState<Found>(nothing)
  useEffect(() => {
    if (word === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void search({ word, signal: abort.signal }).then((result) => {
        if (!abort.signal.aborted) setFound(result)
      })
    }, 150)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [word])
  return word === null ? nothing : found
}

const answer = z.object({ docs: z.array(z.object({ id: z.string(), name: z.string() })) })

const search = async ({ word, signal }: { word: string; signal: AbortSignal }): Promise<Found> => {
  const query = new URLSearchParams({ limit: '6', depth: '0', sort: 'name' })
  query.set('select[name]', 'true')
  query.set('where[and][0][isDisabled][not_equals]', 'true')
  if (word.trim() !== '') query.set('where[and][1][name][like]', word.trim())
  try {
    const response = await fetch(`/api/users?${query}`, { signal })
    if (!response.ok) return { colleagues: [], problem: 'Colleagues cannot be searched.' }
    return { colleagues: answer.parse(await response.json()).docs, problem: null }
  } catch (error) {
    if (signal.aborted) return nothing
    if (error instanceof TypeError)
      return { colleagues: [], problem: 'The server could not be reached.' }
    throw error
  }
}
