'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

import type { Audience } from './LetterDialog'

const answer = z.object({ docs: z.array(z.object({ id: z.string(), name: z.string() })) })

type Named = { value: string; audience: Audience; text: string }

const sources = [
  {
    path: '/api/talent-pools?sort=name&limit=250&depth=0&select[name]=true',
    of: ({ id, name }: { id: string; name: string }): Named => ({
      value: `pool:${id}`,
      audience: { poolId: id },
      text: `Candidates in the pool “${name}”`,
    }),
  },
  {
    path: '/api/saved-searches?sort=name&limit=250&depth=0&select[name]=true',
    of: ({ id, name }: { id: string; name: string }): Named => ({
      value: `search:${id}`,
      audience: { savedSearchId: id },
      text: `Candidates found by “${name}”`,
    }),
  },
]

/** The talent pools and saved searches that a mailing may go to; null while they are read. */
export const useAudiences = (): { audiences: readonly Named[] | null; problem: string | null } => {
  const [audiences, setAudiences] = useState<readonly Named[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    void Promise.all(
      sources.map(async ({ path, of }) => {
        const response = await fetch(path, { signal: asked.signal })
        // Whoever may not see candidates writes to contacts by their labels.
        if (response.status === 403) return []
        if (!response.ok) throw new TypeError(`The server answered ${response.status}.`)
        return answer.parse(await response.json()).docs.map(of)
      }),
    )
      .then((named) => setAudiences(named.flat()))
      .catch((error: unknown) => {
        if (asked.signal.aborted) return
        if (!(error instanceof TypeError)) throw error
        setProblem('The pools and saved searches could not be read. Please load the page again.')
      })
    return () => asked.abort()
  }, [])
  return { audiences, problem }
}
