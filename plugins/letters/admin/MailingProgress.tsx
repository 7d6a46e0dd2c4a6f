'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'

import { Tile, Tiles } from '#plugins/agency/admin'
import { mailingWords } from '../domain/mailing-words'

const answer = z.object({
  figures: z.object({
    people: z.number(),
    waiting: z.number(),
    leftOut: z.number(),
    queued: z.number(),
    sent: z.number(),
    failed: z.number(),
    answered: z.number(),
    unsubscribed: z.number(),
  }),
  leftOut: z.array(z.object({ why: z.string(), people: z.number() })),
})

const everyMs = 3_000

/** How far a mailing is; asks again while something is on its way and somebody looks. */
export const MailingProgress = () => {
  const { id } = useDocumentInfo()
  const [state, setState] = useState<z.output<typeof answer> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (id === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const ask = async () => {
      const read = document.hidden ? null : await figuresOf(String(id))
      if (isGone) return
      if (read) setState(read)
      setProblem(read === undefined ? 'The figures could not be read; asking again.' : null)
      if (!read || read.figures.waiting + read.figures.queued > 0)
        timer = setTimeout(() => void ask(), everyMs)
    }
    void ask()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [id])
  if (!state) return <p role="status">{problem ?? 'One moment…'}</p>
  return (
    <div className="field-type" aria-live="polite">
      <Tiles>
        {mailingWords(state.figures).map(({ key, label, value }) => (
          <Tile key={key} label={label} value={value.toLocaleString()} />
        ))}
      </Tiles>
      {state.leftOut.length > 0 ? (
        <>
          <h3 className="pwa-bulk__title">Left out</h3>
          <ul className="pwa-bulk__list">
            {state.leftOut.map(({ why, people }) => (
              <li key={why}>
                {people.toLocaleString()}: {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {problem ? <p className="pwa-field__problem">{problem}</p> : null}
    </div>
  )
}

/** Undefined when the server did not answer as it should. */
const figuresOf = async (id: string): Promise<z.output<typeof answer> | undefined> => {
  try {
    const response = await fetch(`/api/mailing-figures/${id}`)
    return response.ok ? answer.parse(await response.json()) : undefined
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection.
    if (error instanceof TypeError) return undefined
    throw error
  }
}
