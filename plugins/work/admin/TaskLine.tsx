import type { RecordWork } from '../queries/record-work'
import { Tick } from './Tick'

type Props = {
  task: RecordWork['tasks'][number]
  isBusy: boolean
  onComplete: () => void
}

/** A task beside the record that it is about. */
export const TaskLine = ({ task, isBusy, onComplete }: Props) => (
  <li className={`pwa-taskline${isBusy ? ' pwa-task--busy' : ''}`}>
    <button
      type="button"
      className="pwa-task__tick"
      aria-label={`Done: ${task.title}`}
      disabled={isBusy || !task.isOurs}
      {...(task.isOurs ? {} : { title: `This task belongs to ${task.owner}.` })}
      onClick={onComplete}
    >
      <Tick />
    </button>
    <div className="pwa-task__words">
      <p className="pwa-taskline__title">
        {task.isUrgent ? <span className="pwa-task__urgent">Urgent </span> : null}
        {task.isOurs ? (
          <a href={`/admin/collections/tasks/${task.id}`}>{task.title}</a>
        ) : (
          task.title
        )}
      </p>
      <p className="pwa-task__facts">
        <span className={task.isLate ? 'pwa-task__due--late' : undefined}>{task.due}</span>
        <span>{task.owner}</span>
        {task.isWaiting ? <span>waits for others</span> : null}
      </p>
    </div>
  </li>
)
