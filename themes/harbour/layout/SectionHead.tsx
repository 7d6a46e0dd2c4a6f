import { Icon } from '../../base'
import type { SectionProps } from '../../contract'

export const SectionHead = ({
  title,
  lead,
  more,
}: Pick<SectionProps, 'title' | 'lead' | 'more'>) => (
  <div className="pw-section__head">
    <div>
      <h2 className="pw-section__title">{title}</h2>
      {lead ? <p className="pw-section__lead">{lead}</p> : null}
    </div>
    {more ? (
      <a className="pw-more" href={more.href}>
        <span>{more.label}</span>
        <Icon name="arrow" />
      </a>
    ) : null}
  </div>
)
