'use client'

import { Glyph } from '#plugins/agency/admin'
import { Menu, type CommandAction } from '#plugins/kernel/admin'
import { pauseAction, resumeAction } from './clock-acts'
import { ClockPill } from './ClockPill'
import type { ShownClock } from './shown-day'
import type { RowKeys } from './use-day-keys'

/** A clock of the day: what it is for, on what, whose turn it is and when the time is over. */
export const DayClockRow = ({
  clock,
  row,
  onAct,
}: {
  clock: ShownClock
  row: RowKeys
  onAct: (action: CommandAction) => void
}) => {
  const { act } = clock
  return (
    <li {...row} className="pwa-task pwa-task--clock">
      <Face />
      <div className="pwa-task__words">
        <p className="pwa-task__title">
          <a href={clock.href}>{clock.title}</a> <ClockPill look={clock.look} />
        </p>
        <p className="pwa-task__facts">
          {clock.record ? (
            <span>
              {clock.record.kind}: {clock.record.title}
            </span>
          ) : null}
          {clock.turn ? <span>{clock.turn} has the ball</span> : null}
        </p>
      </div>
      <span className={`pwa-task__due${clock.look === 'late' ? ' pwa-task__due--late' : ''}`}>
        {clock.due}
      </span>
      {act ? (
        <Menu
          label={`Acts on the clock ${clock.title}`}
          button={<Glyph name="menu" />}
          buttonClassName="pwa-card__menu"
          items={[
            act === 'pause'
              ? {
                  key: 'pause',
                  label: 'Let it stand still…',
                  onSelect: () => onAct(pauseAction(clock.id)),
                }
              : {
                  key: 'resume',
                  label: 'Let it run on',
                  onSelect: () => onAct(resumeAction(clock.id)),
                },
          ]}
        />
      ) : null}
    </li>
  )
}

const Face = () => (
  <svg
    className="pwa-task__face"
    viewBox="0 0 28 28"
    width="28"
    height="28"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="14" cy="14" r="10.5" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="M14 8.5V14l4 2.5" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
)
