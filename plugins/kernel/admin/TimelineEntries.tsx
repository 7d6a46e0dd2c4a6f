import type { ComponentType } from 'react'

import type { StateTone } from '#plugins/kernel/domain'
import { momentsOf } from './moments-of'

export type ShownEntry = {
  id: string
  at: string
  sentence: string
  tone: StateTone
  actor: string
  reason: string | null
  changes: readonly { field: string; from: string | null; to: string | null }[]
  /** What was said: the words of a note, the outcome of a call. */
  detail: { id: string; text: string; facts: readonly string[]; mayChange: boolean } | null
  about: { title: string; path: string } | null
}

/** What can be done with what was said in an entry, by those who may. */
export type EntryActs = ComponentType<{
  detail: NonNullable<ShownEntry['detail']>
  reload: () => Promise<void>
}>

/** Events as a list, each with its moment on the reader's clock and how long ago that was. */
export const TimelineEntries = ({
  entries,
  zone,
  locale,
  acts: Acts,
  reload,
}: {
  entries: readonly ShownEntry[]
  zone: string
  locale: string
  acts?: EntryActs
  reload?: () => Promise<void>
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
        {entry.detail && entry.detail.facts.length > 0 ? (
          <p className="pwa-timeline__text">{entry.detail.facts.join(' · ')}</p>
        ) : null}
        {entry.detail?.text ? <p className="pwa-timeline__said">{entry.detail.text}</p> : null}
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
          {entry.actor}, <Moment at={entry.at} zone={zone} locale={locale} />
          {Acts && reload && entry.detail?.mayChange ? (
            <Acts detail={entry.detail} reload={reload} />
          ) : null}
        </p>
      </li>
    ))}
  </ol>
)

const Moment = ({ at, zone, locale }: { at: string; zone: string; locale: string }) => {
  const { moment, ago } = momentsOf({ at, zone, locale })
  return (
    <time dateTime={at} title={moment}>
      {ago} · {moment}
    </time>
  )
}
