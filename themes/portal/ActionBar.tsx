import type { ReactNode } from 'react'

export type ActionBarProps = {
  /** What the actions are about, e.g. the total to approve. */
  children?: ReactNode
  actions: ReactNode
}

/** The page's main act, always in reach of the thumb. */
export const ActionBar = ({ children, actions }: ActionBarProps) => (
  <div className="pw-action-bar">
    {children ? <div className="pw-action-bar__text">{children}</div> : null}
    <div className="pw-action-bar__actions">{actions}</div>
  </div>
)
