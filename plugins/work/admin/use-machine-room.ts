'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { MachineRoom } from '../queries/machine-room'

const pauseMs = 3_000

/**
 * The state of the machine room, read again every few seconds while somebody looks at it. A server that
 * does not answer leaves what was last known, and says so.
 */
export const useMachineRoom = (initial: MachineRoom) => {
  const [state, setState] = useState(initial)
  const [isLost, setLost] = useState(false)
  const latest = useRef(0)

  const refresh = useCallback(async () => {
    const turn = (latest.current += 1)
    const next = await readState()
    // An older answer that came late must not undo a newer one.
    if (turn !== latest.current) return
    setLost(next === null)
    if (next) setState(next)
  }, [])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = setInterval(look, pauseMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  return { state, isLost, refresh }
}

const readState = async (): Promise<MachineRoom | null> => {
  try {
    const response = await fetch('/api/system', { headers: { Accept: 'application/json' } })
    if (!response.ok) return null
    const body: unknown = await response.json()
    return isMachineRoom(body) ? body : null
  } catch (error) {
    // No connection, or an answer that is no JSON: both mean that nothing new is known.
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

const isMachineRoom = (body: unknown): body is MachineRoom =>
  typeof body === 'object' && body !== null && Array.isArray(Reflect.get(body, 'queues'))
