import { ButtonLink } from '../base'
import type { LinkItem } from '../contract'

export type EmptyStateProps = { title: string; text: string; action?: LinkItem }

export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <div className="pw-empty">
    <h2 className="pw-empty__title">{title}</h2>
    <p className="pw-empty__text">{text}</p>
    {action ? <ButtonLink href={action.href} label={action.label} look="quiet" /> : null}
  </div>
)
