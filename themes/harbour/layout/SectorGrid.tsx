import type { SectorGridProps } from '../../contract'
import { SectionHead } from './SectionHead'

export const SectorGrid = ({ title, lead, sectors }: SectorGridProps) => (
  <section className="pw-section">
    <div className="pw-wrap">
      <SectionHead title={title} lead={lead} />
      <ul className="pw-sectors">
        {sectors.map((sector) => (
          <li key={sector.href}>
            <a className="pw-sector" href={sector.href}>
              <span className="pw-sector__name">{sector.name}</span>
              <span className="pw-sector__count">{sector.countLabel}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  </section>
)
