import type { StatBandProps } from '../../contract'

export const StatBand = ({ title, stats }: StatBandProps) => (
  <section className="pw-stats" aria-label={title}>
    <dl className="pw-wrap pw-stats__list">
      {stats.map((stat) => (
        <div className="pw-stats__item" key={stat.label}>
          <dt>{stat.label}</dt>
          <dd>{stat.value}</dd>
        </div>
      ))}
    </dl>
  </section>
)
