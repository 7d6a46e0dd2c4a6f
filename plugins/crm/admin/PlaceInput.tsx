'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { z } from 'zod'

const answer = z.object({ places: z.array(z.object({ label: z.string() })) })

const waitMs = 180

/**
 * A postcode or town, with the places that begin so. Whoever chooses one has the search answered at
 * once; without a script it is sent as it was typed.
 */
export const PlaceInput = ({ value, hasProblem }: { value: string; hasProblem: boolean }) => {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [labels, setLabels] = useState<readonly string[]>([])

  useEffect(() => {
    if (typed === null || typed.trim().length < 2) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      void suggested({ text: typed, signal: asked.signal }).then((found) => {
        if (!asked.signal.aborted) setLabels(found)
      })
    }, waitMs)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [typed])

  const onInput = (text: string) => {
    setTyped(text)
    // Browsers say of a choice from the list no more than that the text has changed.
    if (labels.includes(text)) field.current?.form?.requestSubmit()
  }

  return (
    <>
      <input
        ref={field}
        name="place"
        list={listId}
        defaultValue={value}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        placeholder="RG1, Springfield IL"
        aria-invalid={hasProblem}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <datalist id={listId}>
        {labels.map((label) => (
          <option key={label}>{label}</option>
        ))}
      </datalist>
    </>
  )
}

/** Nothing when the places cannot be asked for: then the search itself says what it does not know. */
const suggested = async ({
  text,
  signal,
}: {
  text: string
  signal: AbortSignal
}): Promise<readonly string[]> => {
  try {
    const response = await fetch(`/api/places/suggest?${new URLSearchParams({ q: text })}`, {
      signal,
    })
    if (!response.ok) return []
    const read = answer.safeParse(await response.json())
    return read.success ? read.data.places.map(({ label }) => label) : []
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return []
    throw error
  }
}
