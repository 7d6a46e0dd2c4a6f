import { EmptyState, Panel } from '#plugins/agency/admin'
import type { Attention } from '../queries/needs-attention'

type Props = { items: readonly Attention[]; locale: string }

export const AttentionPanel = ({ items, locale }: Props) => (
  <Panel title="Needs attention">
    {items.length === 0 ? (
      <EmptyState
        title="Nothing is waiting"
        text="Requests, approvals and invoices are all answered."
      />
    ) : (
      <ul className="pwa-attention">
        {items.map((item) => (
          <li key={item.key} className="pwa-attention__item">
            <a className="pwa-attention__link" href={item.href}>
              <span className={`pwa-attention__count pwa-attention__count--${item.tone}`}>
                {item.count}
              </span>
              <span className="pwa-attention__text">{item.text}</span>
              {item.oldestOn ? (
                <span className="pwa-attention__oldest">
                  since {shortDay({ day: item.oldestOn, locale })}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)

const shortDay = ({ day, locale }: { day: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
