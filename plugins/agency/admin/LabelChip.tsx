import type { ReactNode } from 'react'

/** A label: its colour as a dot, because words on any colour are not always readable. */
export const LabelChip = ({
  name,
  colour,
  children,
}: {
  name: string
  colour: string
  children?: ReactNode
}) => (
  <span className="pwa-label">
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={colour} />
    </svg>
    <span>{name}</span>
    {children}
  </span>
)
