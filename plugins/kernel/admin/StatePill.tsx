import type { StateTone } from '#plugins/kernel/domain'

export type ShownStates = Record<string, { label: string; tone: StateTone }>

export const StatePill = ({ states, value }: { states: ShownStates; value: unknown }) => {
  const state = typeof value === 'string' ? states[value] : undefined
  return (
    <span className={`pwa-pill pwa-pill--${state?.tone ?? 'neutral'}`}>
      {state?.label ?? (typeof value === 'string' ? value : '–')}
    </span>
  )
}

/** The table's labels and tones, as the field carries them to the browser. */
export const statesIn = (custom: Record<string, unknown> | undefined): ShownStates => {
  const states: unknown = custom?.states
  return isShown(states) ? states : {}
}

const isShown = (value: unknown): value is ShownStates =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
