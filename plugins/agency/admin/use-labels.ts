'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

const known = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.string(),
  kinds: z.array(z.string()),
})

export type KnownLabel = z.output<typeof known>

const answer = z.object({ docs: z.array(known) })

/** All cells of a list ask together; what was read is good for a moment. */
let asked: { at: number; labels: Promise<readonly KnownLabel[]> } | null = null
const goodForMs = 10_000

const readLabels = async (): Promise<readonly KnownLabel[]> => {
  const response = await fetch('/api/labels?limit=200&sort=name&depth=0', {
    credentials: 'same-origin',
  })
  if (!response.ok) throw new Error(`The labels answered ${response.status}.`)
  return answer.parse(await response.json()).docs
}

const labelsNow = (): Promise<readonly KnownLabel[]> => {
  const now = Date.now()
  if (!asked || now - asked.at > goodForMs) asked = { at: now, labels: readLabels() }
  return asked.labels
}

/** The agency's labels by name; `labels` is null until they are there, `isLost` when they cannot be read. */
export const useLabels = (): { labels: readonly KnownLabel[] | null; isLost: boolean } => {
  const [state, setState] = useState<{ labels: readonly KnownLabel[] | null; isLost: boolean }>({
    labels: null,
    isLost: false,
  })
  useEffect(() => {
    let isOpen = true
    labelsNow().then(
      (labels) => {
        if (isOpen) setState({ labels, isLost: false })
      },
      () => {
        asked = null
        if (isOpen) setState({ labels: null, isLost: true })
      },
    )
    return () => {
      isOpen = false
    }
  }, [])
  return state
}

/** The ids in a field's value, whether its records are filled in or not. */
export const idsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => {
        const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : one
        return typeof id === 'string' ? [id] : []
      })
    : []
