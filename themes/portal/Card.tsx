import type { ReactNode } from 'react'
import { StatusPill } from '../base'
import type { Status } from '../contract'

export type CardProps = {
  title?: string
  headingLevel?: 2 | 3
  href?: string
  status?: Status
  meta?: string
  children?: ReactNode
  footer?: ReactNode
}

export const Card = ({
  title,
  headingLevel = 2,
  href,
  status,
  meta,
  children,
  footer,
}: CardProps) => {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section className="pw-card">
      {title || status ? (
        <div className="pw-card__head">
          <div>
            {title ? (
              <Heading className="pw-card__title">
                {href ? <a href={href}>{title}</a> : title}
              </Heading>
            ) : null}
            {meta ? <p className="pw-card__meta">{meta}</p> : null}
          </div>
          {status ? <StatusPill {...status} /> : null}
        </div>
      ) : null}
      {children}
      {footer ? <div className="pw-card__footer">{footer}</div> : null}
    </section>
  )
}
