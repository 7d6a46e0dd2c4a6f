'use client'

import { useActionState, useEffect, useRef } from 'react'

import type { SelectOption } from '#themes/contract'
import { DecisionCard, type DecisionCardProps } from '#themes/portal'
import type { FormAction } from '../../../../shared/ActionForm'
import { newForm } from '../../../../shared/form-state'

/** A candidate on which the client still decides. What was typed stays after a refusal. */
export const Decide = ({
  action,
  reasons,
  card,
}: {
  action: FormAction
  reasons: readonly SelectOption[]
  card: Pick<
    DecisionCardProps,
    | 'id'
    | 'name'
    | 'headline'
    | 'summary'
    | 'facts'
    | 'highlights'
    | 'cvHref'
    | 'cvNote'
    | 'decided'
    | 'children'
  >
}) => {
  const [state, formAction, isPending] = useActionState(action, newForm())
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused')
      holder.current?.querySelector<HTMLElement>('[role="alert"]')?.focus()
  }, [state])
  const errors =
    state.status !== 'refused'
      ? {}
      : Object.keys(state.errors).length > 0
        ? state.errors
        : { '': state.message ?? '' }
  const to = (decision: string) => ({ action: formAction, hidden: { decision } })
  return (
    <div ref={holder} aria-busy={isPending}>
      {/* The browser empties the fields of an answered form; a new key fills them in again. */}
      <DecisionCard
        key={state.values.tries ?? '0'}
        {...card}
        decision={{
          approve: to('interview'),
          other: to('other'),
          reject: to('reject'),
          ask: to('question'),
          reasons,
          values: state.values,
          errors,
          ...(state.status === 'refused' && state.values.decision === 'reject'
            ? { open: 'reject' as const }
            : {}),
          ...(state.status === 'refused' && state.values.decision === 'other'
            ? { open: 'other' as const }
            : {}),
          ...(state.status === 'refused' && state.values.decision === 'question'
            ? { open: 'ask' as const }
            : {}),
        }}
      />
    </div>
  )
}
