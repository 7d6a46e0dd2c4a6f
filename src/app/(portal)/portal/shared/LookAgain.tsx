'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Asks the server again every few seconds, as long as something is under way; for two minutes at
 * most, and only while somebody looks.
 */
export const LookAgain = ({ everySeconds = 3 }: { everySeconds?: number }) => {
  const router = useRouter()
  useEffect(() => {
    let left = Math.ceil(120 / everySeconds)
    const timer = setInterval(() => {
      if (document.hidden) return
      left -= 1
      if (left <= 0) clearInterval(timer)
      router.refresh()
    }, everySeconds * 1000)
    return () => clearInterval(timer)
  }, [router, everySeconds])
  return null
}
