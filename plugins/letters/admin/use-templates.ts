'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

import type { LetterReader } from '../domain/letter-fields'

const answer = z.object({
  docs: z.array(
    z.object({ id: z.string(), name: z.string(), subject: z.string(), text: z.string() }),
  ),
})

type Template = z.output<typeof answer>['docs'][number]

/** The agency's templates for such readers, by name. */
export const useTemplates = (
  reader: LetterReader,
): { templates: readonly Template[]; problem: string | null } => {
  const [templates, setTemplates] = useState<readonly Template[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    void fetch(
      `/api/letter-templates?where[reader][equals]=${reader}&sort=name&limit=100&depth=0`,
      { signal: asked.signal },
    )
      .then(async (response) => {
        if (!response.ok) throw new TypeError(`The server answered ${response.status}.`)
        setTemplates(answer.parse(await response.json()).docs)
      })
      .catch((error: unknown) => {
        if (asked.signal.aborted) return
        if (!(error instanceof TypeError)) throw error
        setProblem('The templates could not be read. You can write without one.')
      })
    return () => asked.abort()
  }, [reader])
  return { templates, problem }
}
