import type { CommandAction } from '#plugins/kernel/admin'
import type { RecordClock } from '../queries/record-work'
import { pauseAction, resumeAction } from './clock-acts'
import { ClockPill } from './ClockPill'

/** A clock beside the record that it runs on. */
export const ClockLine = ({
  clock,
  onAct,
}: {
  clock: RecordClock
  onAct: (action: CommandAction) => void
}) => (
  <li className="pwa-clockline">
    <p className="pwa-clockline__title">
      <a href={clock.href}>{clock.title}</a> <ClockPill look={clock.look} />
    </p>
    <p className="pwa-task__facts">
      <span>{clock.words}</span>
      {clock.look === 'ended' ? null : <span>{clock.turn} has the ball</span>}
      {clock.owner ? <span>{clock.owner}</span> : null}
    </p>
    {clock.act ? (
      <button
        type="button"
        className="pwa-btn pwa-btn--quiet pwa-btn--small"
        onClick={() =>
          onAct(clock.act === 'pause' ? pauseAction(clock.id) : resumeAction(clock.id))
        }
      >
        {clock.act === 'pause' ? 'Let it stand still…' : 'Let it run on'}
      </button>
    ) : null}
  </li>
)
