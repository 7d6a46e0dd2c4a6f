import { ButtonLink, Icon, Notice, Prose } from '../../base'
import type { JobDetailProps } from '../../contract'
import { ContactCard } from './ContactCard'

/** One posting. `children` stand below the description, usually the application form. */
export const JobDetail = ({
  title,
  reference,
  back,
  sector,
  lead,
  facts,
  description,
  apply,
  promise,
  closedMessage,
  contact,
  children,
}: JobDetailProps) => (
  <article className="pw-job">
    <header className="pw-job__head">
      <div className="pw-wrap">
        <a className="pw-back" href={back.href}>
          <Icon name="back" />
          <span>{back.label}</span>
        </a>
        {sector ? <p className="pw-eyebrow">{sector}</p> : null}
        <h1 className="pw-job__title">{title}</h1>
        {lead ? <p className="pw-job__lead">{lead}</p> : null}
      </div>
    </header>
    <div className="pw-wrap pw-job__grid">
      <aside className="pw-job__side">
        <dl className="pw-job__facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        {closedMessage ? (
          <Notice tone="warn">
            <p>{closedMessage}</p>
          </Notice>
        ) : (
          <div className="pw-job__apply">
            <ButtonLink href={apply.href} label={apply.label} look="accent" isWide />
            {promise ? <p>{promise}</p> : null}
          </div>
        )}
        {reference ? <p className="pw-job__reference">{reference}</p> : null}
      </aside>
      <div className="pw-job__body">
        <Prose>{description}</Prose>
        {children}
      </div>
      {contact ? (
        <div className="pw-job__contact">
          <ContactCard {...contact} />
        </div>
      ) : null}
    </div>
  </article>
)
