import { ButtonLink } from '../../base'
import type { MessagePageProps } from '../../contract'
import { EmptyArt } from '../art/EmptyArt'

export const MessagePage = ({ code, title, text, actions = [] }: MessagePageProps) => (
  <div className="pw-wrap pw-message-page">
    <EmptyArt />
    {code ? <p className="pw-eyebrow">{code}</p> : null}
    <h1 className="pw-message-page__title">{title}</h1>
    <p>{text}</p>
    <div className="pw-actions">
      {actions.map((action, at) => (
        <ButtonLink
          key={action.href}
          href={action.href}
          label={action.label}
          look={at === 0 ? 'primary' : 'quiet'}
        />
      ))}
    </div>
  </div>
)
