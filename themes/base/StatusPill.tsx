import type { Status } from '../contract'

export type StatusPillProps = Status

/** A state in a word; the word carries the meaning, the colour only helps the eye. */
export const StatusPill = ({ tone, label }: StatusPillProps) => (
  <span className={`pw-pill pw-pill--${tone}`}>{label}</span>
)
