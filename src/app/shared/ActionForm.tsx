'use client'

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react'

import type { FormState } from './form-state'

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>

/**
 * A form whose answer comes back into it. Without JavaScript the browser posts it; with JavaScript
 * nothing that was typed or chosen is lost when it is refused, files included.
 */
export const ActionForm = ({
  action,
  initial,
  className,
  label,
  children,
}: {
  action: FormAction
  initial: FormState
  className?: string
  label?: string
  children: (form: { state: FormState; isPending: boolean }) => ReactNode
}) => {
  const [state, formAction, isPending] = useActionState(action, initial)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status !== 'refused') return
    form.current?.querySelector<HTMLElement>('[role="alert"], [aria-invalid="true"]')?.focus()
  }, [state])
  return (
    <form
      ref={form}
      action={formAction}
      className={className}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isPending) return
        const data = new FormData(event.currentTarget, submitterOf(event.nativeEvent))
        startTransition(() => formAction(data))
      }}
    >
      {children({ state, isPending })}
    </form>
  )
}

/** The button that was pressed says which of several answers is meant. */
const submitterOf = (event: Event): HTMLElement | null =>
  event instanceof SubmitEvent ? event.submitter : null
