import type { SectionProps } from '../../contract'
import { SectionHead } from './SectionHead'

/** A band of a page with its heading: the place for lists, prose and forms. */
export const Section = ({
  title,
  lead,
  more,
  tone = 'default',
  width = 'wide',
  children,
}: SectionProps) => (
  <section className={`pw-section pw-section--${tone}`}>
    <div className={`pw-wrap pw-wrap--${width}`}>
      {title ? <SectionHead title={title} lead={lead} more={more} /> : null}
      {children}
    </div>
  </section>
)
