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
  return () => {
    ears.delete(ear)
    if (ears.size > 0) return
    document.removeEventListener('visibilitychange', openWhenSeen)
    hangUp()
  }
}

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

let wasLost = false

const connect = (): EventSource => {
  const source = new EventSource('/api/live')
  source.onmessage = (message) => {
    const event = eventFrom(String(message.data))
    if (event) for (const ear of ears) ear.hear(event)
  }
  source.onerror = () => {
    wasLost = true
  }
  source.onopen = () => {
    if (wasLost) for (const ear of ears) ear.wasAway()
    wasLost = false
  }
  return source
}

const eventFrom = (text: string): LiveEvent | null => {
  const value: unknown = JSON.parse(text)
  return isLiveEvent(value) ? value : null
}

const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'subject') === 'object'
