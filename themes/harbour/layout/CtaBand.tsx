import { ButtonLink } from '../../base'
import type { CtaBandProps } from '../../contract'
import { CrewArt } from '../art/CrewArt'

export const CtaBand = ({ title, text, actions }: CtaBandProps) => (
  <section className="pw-cta">
    <div className="pw-wrap pw-cta__grid">
      <div className="pw-cta__text">
        <h2 className="pw-cta__title">{title}</h2>
        {text ? <p>{text}</p> : null}
        <div className="pw-actions">
          {actions.map((action, at) => (
            <ButtonLink
              key={action.href}
              href={action.href}
              label={action.label}
              look={at === 0 ? 'accent' : 'plain'}
            />
          ))}
        </div>
      </div>
      <CrewArt />
    </div>
  </section>
)
