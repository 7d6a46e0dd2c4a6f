'use client'

import { useEffect, useRef, useState } from 'react'
import { SubmitButton, type SubmitButtonProps } from './SubmitButton'

/**
 * A submit button that shows that its form is on its way and swallows a second press. Without
 * JavaScript it is the plain button. A form that answers without leaving the page gives the button a
 * new `key` with each answer, which sets it free again.
 */
export const PendingSubmitButton = (props: Omit<SubmitButtonProps, 'isPending'>) => {
  const holder = useRef<HTMLSpanElement>(null)
  const [isPending, setIsPending] = useState(false)

  useEffect(() => {
    const form = holder.current?.closest('form')
    if (!form) return undefined
    let isSent = false
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
      if (!event.persisted) return
      isSent = false
      setIsPending(false)
    }
    form.addEventListener('submit', submit, { capture: true })
    window.addEventListener('pageshow', restored)
    return () => {
      form.removeEventListener('submit', submit, { capture: true })
      window.removeEventListener('pageshow', restored)
    }
  }, [])

  return (
    <span className="pw-submit" ref={holder}>
      <SubmitButton {...props} isPending={isPending} />
    </span>
  )
}
