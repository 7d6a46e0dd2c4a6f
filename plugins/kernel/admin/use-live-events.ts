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
    const source = new EventSource('/api/live')
    let timer: ReturnType<typeof setTimeout> | undefined
    let wasLost = false
    const tell = () => {
      clearTimeout(timer)
      timer = setTimeout(() => handlers.current.onChange(), 200)
    }
    source.onmessage = (message) => {
      const event = eventFrom(String(message.data))
      if (event && handlers.current.concerns(event)) tell()
    }
    source.onerror = () => {
      wasLost = true
    }
    source.onopen = () => {
      if (wasLost) tell()
      wasLost = false
    }
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [])
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
