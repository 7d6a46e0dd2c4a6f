import { ButtonLink, Icon } from '../../base'
import { classNames } from '../../base/class-names'
import type { HeroProps } from '../../contract'
import { HeroArt } from '../art/HeroArt'

export const Hero = ({
  eyebrow,
  title,
  lead,
  actions = [],
  children,
  proofs = [],
  hasArt = true,
}: HeroProps) => (
  <section className={classNames('pw-hero', !hasArt && 'pw-hero--plain')}>
    <div className="pw-wrap pw-hero__grid">
      <div className="pw-hero__text">
        {eyebrow ? <p className="pw-eyebrow">{eyebrow}</p> : null}
        <h1 className="pw-hero__title">{title}</h1>
        {lead ? <p className="pw-hero__lead">{lead}</p> : null}
        {actions.length > 0 ? (
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
        ) : null}
      </div>
      {hasArt ? <HeroArt /> : null}
      {children ? <div className="pw-hero__slot">{children}</div> : null}
      {proofs.length > 0 ? (
        <ul className="pw-hero__proofs">
          {proofs.map((proof) => (
            <li key={proof}>
              <Icon name="check" />
              <span>{proof}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  </section>
)
