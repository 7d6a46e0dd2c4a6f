'use client'

import { useEffect, useRef } from 'react'

/** Says once, when a person looks at the page, that its messages were read. */
export const MarkRead = ({ mark }: { mark: () => Promise<void> }) => {
  const first = useRef(mark)
  useEffect(() => {
    void first.current()
  }, [])
  return null
}
