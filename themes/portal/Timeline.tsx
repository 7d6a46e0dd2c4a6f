import type { Tone } from '../contract'

export type TimelineEntry = {
  id: string
  title: string
  text?: string
  /** As shown, in the reader's zone. */
  at: string
  /** The same instant for machines, ISO 8601. */
  atIso: string
  tone?: Tone
}

export type TimelineProps = { label: string; entries: readonly TimelineEntry[] }

export const Timeline = ({ label, entries }: TimelineProps) => (
  <ol className="pw-timeline" aria-label={label}>
    {entries.map((entry) => (
      <li
        key={entry.id}
        className={`pw-timeline__entry pw-timeline__entry--${entry.tone ?? 'neutral'}`}
      >
        <p className="pw-timeline__title">{entry.title}</p>
        {entry.text ? <p>{entry.text}</p> : null}
        <time className="pw-timeline__at" dateTime={entry.atIso}>
          {entry.at}
        </time>
      </li>
    ))}
  </ol>
)
