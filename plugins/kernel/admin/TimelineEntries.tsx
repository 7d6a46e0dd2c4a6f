import type { StateTone } from '#plugins/kernel/domain'

export type ShownEntry = {
  id: string
  at: string
  sentence: string
  tone: StateTone
  actor: string
  reason: string | null
  changes: readonly { field: string; from: string | null; to: string | null }[]
  about: { title: string; path: string } | null
}

/** Events as a list, each with its moment on the reader's clock and how long ago that was. */
export const TimelineEntries = ({
  entries,
  zone,
  locale,
}: {
  entries: readonly ShownEntry[]
  zone: string
  locale: string
}) => (
  <ol className="pwa-timeline">
    {entries.map((entry) => (
      <li key={entry.id} className={`pwa-timeline__item pwa-timeline__item--${entry.tone}`}>
        <p className="pwa-timeline__title">{entry.sentence}</p>
        {entry.about ? (
          <p className="pwa-timeline__text">
            <a href={entry.about.path}>{entry.about.title}</a>
          </p>
        ) : null}
        {entry.reason ? <p className="pwa-timeline__text">“{entry.reason}”</p> : null}
        {entry.changes.length > 0 ? (
          <ul className="pwa-timeline__changes">
            {entry.changes.map((change) => (
              <li key={change.field}>
                {change.field}
                {change.to === null ? null : (
                  <>
                    : {change.from && change.from !== '–' ? <s>{change.from}</s> : null} {change.to}
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="pwa-timeline__meta">
          {entry.actor},{' '}
          <time dateTime={entry.at} title={momentOf({ at: entry.at, zone, locale })}>
            {agoOf({ at: entry.at, locale })} · {momentOf({ at: entry.at, zone, locale })}
          </time>
        </p>
      </li>
    ))}
  </ol>
)

const momentOf = ({ at, zone, locale }: { at: string; zone: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(at))

const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

const agoOf = ({ at, locale }: { at: string; locale: string }): string => {
  const seconds = Math.round((new Date(at).getTime() - Date.now()) / 1000)
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  return step
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        Math.round(seconds / step.seconds),
        step.unit,
      )
    : 'just now'
}
