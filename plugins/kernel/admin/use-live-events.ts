'use client'

import { useEffect, useRef } from 'react'

export type LiveEvent = {
  id: string
  name: string
  subject: { kind: string; id: string }
  orderId: string | null
  clientId: string | null
}

/**
 * Hears what is committed anywhere while a screen is open. Several events in a row are told once;
 * after a broken connection once more, because something may have been missed.
 */
export const useLiveEvents = ({
  concerns,
  onChange,
}: {
  concerns: (event: LiveEvent) => boolean
  onChange: () => void
}): void => {
  const handlers = useRef({ concerns, onChange })
  useEffect(() => {
    handlers.current = { concerns, onChange }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      clearTimeout(timer)
      timer = setTimeout(() => handlers.current.onChange(), 200)
    }
    const leave = listenAlong({
      hear: (event) => {
        if (handlers.current.concerns(event)) tell()
      },
      wasAway: tell,
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [])
}

type Ear = { hear: (event: LiveEvent) => void; wasAway: () => void }

const ears = new Set<Ear>()
let line: EventSource | null = null

/**
 * All of a page listen over one connection, and only while the page is looked at: a browser keeps no
 * more than six connections to a server, and somebody with as many tabs could load nothing any more.
 */
const listenAlong = (ear: Ear): (() => void) => {
  ears.add(ear)
  if (ears.size === 1) document.addEventListener('visibilitychange', openWhenSeen)
  openWhenSeen()
  // What was read for the new screen may be older than what this page has heard meanwhile.
  for (const { at, event } of heard) if (Date.now() - at < readingMs) ear.hear(event)
  return () => {
    ears.delete(ear)
    if (ears.size > 0) return
    document.removeEventListener('visibilitychange', openWhenSeen)
    hangUp()
  }
}

const readingMs = 5_000
let heard: { at: number; event: LiveEvent }[] = []

const openWhenSeen = (): void => {
  if (document.hidden) hangUp()
  else if (!line) line = connect()
}

/** What happens meanwhile is caught up with when the page is looked at again. */
const hangUp = (): void => {
  wasLost = line !== null && ears.size > 0
  line?.close()
  line = null
}

/** The first line of a page also brings what happened since the page was asked for. */
let isFirst = true
let wasLost = false

const connect = (): EventSource => {
  const ageMs = Math.ceil(performance.now())
  if (isFirst && ageMs > mostAgeMs) wasLost = true
  const source = new EventSource(
    isFirst && ageMs <= mostAgeMs ? `/api/live?ageMs=${ageMs}` : '/api/live',
  )
  isFirst = false
  source.onmessage = (message) => {
    const event = eventFrom(String(message.data))
    if (!event) return
    const at = Date.now()
    heard = [...heard.filter((one) => at - one.at < readingMs), { at, event }]
    for (const ear of ears) ear.hear(event)
  }
  source.onerror = () => {
    wasLost = true
  }
  // Sent when from now on nothing is missed; the connection opens before.
  source.addEventListener('ready', () => {
    if (wasLost) for (const ear of ears) ear.wasAway()
    wasLost = false
  })
  return source
}

const mostAgeMs = 60_000

const eventFrom = (text: string): LiveEvent | null => {
  const value: unknown = JSON.parse(text)
  return isLiveEvent(value) ? value : null
}

const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'subject') === 'object'
