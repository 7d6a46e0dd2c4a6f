import { classNames } from '../base/class-names'

export type SummaryProps = {
  label: string
  items: readonly { label: string; value: string; note?: string; isMain?: boolean }[]
}

/** Hours or money at a glance; at most one item is the main figure. */
export const Summary = ({ label, items }: SummaryProps) => (
  <section aria-label={label}>
    <dl className="pw-summary">
      {items.map((item) => (
        <div
          key={item.label}
          className={classNames('pw-summary__item', item.isMain && 'pw-summary__item--main')}
        >
          <dt>{item.label}</dt>
          <dd>
            <span className="pw-summary__value">{item.value}</span>
            {item.note ? <span className="pw-summary__note">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
