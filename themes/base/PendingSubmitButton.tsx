'use client'

import { useEffect, useRef, useState } from 'react'
import { SubmitButton, type SubmitButtonProps } from './SubmitButton'

/**
 * A submit button that shows that its form is on its way and swallows a second press. Works for
 * plain posts and server actions alike; without JavaScript it is the plain button. Give `resetKey` a
 * new value when a server action has answered.
 */
export const PendingSubmitButton = ({
  resetKey,
  ...props
}: Omit<SubmitButtonProps, 'isPending'> & { resetKey?: string }) => {
  const holder = useRef<HTMLSpanElement>(null)
  const [isPending, setIsPending] = useState(false)

  useEffect(() => setIsPending(false), [resetKey])

  useEffect(() => {
    const form = holder.current?.closest('form')
    if (!form) return
    let isSent = false
    const release = () => {
      isSent = false
      setIsPending(false)
    }
    const submit = (event: SubmitEvent) => {
      if (isSent) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      isSent = true
      setIsPending(true)
    }
    // A page restored by the back button keeps its state: without this the button would stay busy.
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) release()
    }
    form.addEventListener('submit', submit, { capture: true })
    window.addEventListener('pageshow', restored)
    return () => {
      form.removeEventListener('submit', submit, { capture: true })
      window.removeEventListener('pageshow', restored)
    }
  }, [resetKey])

  return (
    <span className="pw-submit" ref={holder}>
      <SubmitButton {...props} isPending={isPending} />
    </span>
  )
}
