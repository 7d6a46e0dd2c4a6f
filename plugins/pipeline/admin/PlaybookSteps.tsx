import { Pill } from '#plugins/agency/admin'
import { formatInstant } from '#plugins/kernel/domain'
import { isOpenTask, taskWorkflow } from '#plugins/work/domain'
import type { ShownQualification } from './read-qualification'

/** What the playbook at work on the order still owes, and what is done. */
export const PlaybookSteps = ({
  playbook,
  zone,
  locale,
  onWrite,
}: {
  playbook: ShownQualification['playbook']
  zone: string
  locale: string
  /** Opens the message of a step, for whoever may write to the client. */
  onWrite: ((message: string) => void) | null
}) => {
  if (!playbook) return null
  const open = playbook.steps.filter(({ state }) => isOpenTask(state)).length
  return (
    <div>
      <h3 className="pwa-qualify__title">
        Playbook {playbook.name}:{' '}
        {open === 0 ? 'nothing left to do' : `${open} of ${playbook.steps.length} steps to do`}
      </h3>
      <ul className="pwa-steps">
        {playbook.steps.map(({ id, title, state, dueAt, owner, message }) => (
          <li key={id} className={isOpenTask(state) ? undefined : 'pwa-steps__done'}>
            <a href={`/admin/collections/tasks/${id}`}>{title}</a>
            <span className="pwa-grades__meta">
              {owner ? `${owner} · ` : ''}
              {dueAt ? (
                <time dateTime={dueAt}>due {formatInstant({ instant: dueAt, zone, locale })}</time>
              ) : null}
            </span>
            {message && onWrite && isOpenTask(state) ? (
              <button
                type="button"
                className="pwa-btn pwa-btn--quiet pwa-btn--small"
                aria-label={`Write to the client: ${title}`}
                onClick={() => onWrite(message)}
              >
                Write to the client…
              </button>
            ) : null}
            <StepState state={state} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const StepState = ({ state }: { state: string }) => {
  const known = Object.entries(taskWorkflow.states).find(([name]) => name === state)?.[1]
  return known ? <Pill tone={known.tone} label={known.label} /> : null
}
