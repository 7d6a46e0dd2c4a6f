'use client'

import { EmptyState, Panel, Pill, Tile, Tiles } from '#plugins/agency/admin'
import { CommandDialog, useAction } from '#plugins/kernel/admin'
import { formatAge } from '#plugins/kernel/domain'
import type { MachineRoom } from '../queries/machine-room'
import { QueueTable } from './QueueTable'
import { TroubleList } from './TroubleList'
import { troubledJobs, troubledMails } from './troubles'
import { useMachineRoom } from './use-machine-room'

/** The machine room as it is now, with the acts on what failed. */
export const SystemBoard = ({ initial }: { initial: MachineRoom }) => {
  const { state, isLost, refresh } = useMachineRoom(initial)
  const { open, start, close, finish, isBusy } = useAction({ onDone: () => void refresh() })
  const { queues, workers, mails, checks, failedJobs, failedJobsTotal } = state
  const sum = (read: (queue: MachineRoom['queues'][number]) => number) =>
    queues.reduce((total, queue) => total + read(queue), 0)
  const lag = Math.max(0, ...queues.map(({ lagSeconds }) => lagSeconds))

  return (
    <>
      <p className="pwa-system__live" role="status">
        {isLost ? 'The server does not answer. What you see is what was last known.' : 'Live'}
      </p>
      <Tiles>
        <Tile
          label="Jobs waiting"
          value={String(sum(({ waiting }) => waiting))}
          delta={{
            label: lag > 0 ? `the oldest for ${formatAge(lag)}` : 'nothing is late',
            tone: lag > 60 ? 'bad' : 'neutral',
          }}
        />
        <Tile
          label="Jobs at work"
          value={String(sum(({ active }) => active))}
          delta={{
            label: `${sum(({ doneLastHour }) => doneLastHour)} done in an hour`,
            tone: 'neutral',
          }}
        />
        <Tile
          label="Jobs failed"
          value={String(failedJobsTotal)}
          delta={{
            label: failedJobsTotal > 0 ? 'decide about them below' : 'none',
            tone: failedJobsTotal > 0 ? 'bad' : 'neutral',
          }}
        />
        {mails ? (
          <>
            <Tile
              label="Mails on their way"
              value={String(mails.queued)}
              delta={{
                label:
                  mails.lagSeconds > 0
                    ? `the oldest for ${formatAge(mails.lagSeconds)}`
                    : 'none waits',
                tone: mails.lagSeconds > 600 ? 'bad' : 'neutral',
              }}
              href="/admin/collections/outbound-mails?where[or][0][and][0][state][in]=queued,sending"
            />
            <Tile
              label="Mails sent in a day"
              value={String(mails.sentLastDay)}
              delta={{
                label: mails.failed > 0 ? `${mails.failed} failed` : `${mails.kept} kept`,
                tone: mails.failed > 0 ? 'bad' : 'neutral',
              }}
              href="/admin/collections/outbound-mails"
            />
          </>
        ) : null}
      </Tiles>
      <div className="pwa-columns">
        <div className="pwa-column-of-panels">
          <Panel
            title="Failed jobs"
            note={
              failedJobsTotal > failedJobs.length
                ? `the newest ${failedJobs.length} of ${failedJobsTotal}`
                : 'tried several times, then given up'
            }
          >
            {failedJobs.length === 0 ? (
              <EmptyState
                title="No job has failed"
                text="What fails for good is kept here for a month."
              />
            ) : (
              <TroubleList
                label="Failed jobs"
                troubles={troubledJobs(failedJobs)}
                isBusy={isBusy}
                onAct={start}
              />
            )}
          </Panel>
          {mails ? (
            <Panel title="Mails in trouble" note="failed, or put off by the mail server">
              {mails.inTrouble.length === 0 ? (
                <EmptyState
                  title="No mail is in trouble"
                  text="Refused and delayed mails appear here."
                />
              ) : (
                <TroubleList
                  label="Mails in trouble"
                  troubles={troubledMails(mails.inTrouble)}
                  isBusy={isBusy}
                  onAct={start}
                />
              )}
            </Panel>
          ) : null}
          <Panel title="Queues" note="one per kind of work">
            <QueueTable queues={queues} isBusy={isBusy} onAct={start} />
          </Panel>
        </div>
        <div className="pwa-column-of-panels">
          <Panel title="Checks">
            <dl className="pwa-checks">
              {checks.map(({ key, label, tone, text, hint }) => (
                <div key={key} className="pwa-checks__item">
                  <dt>{label}</dt>
                  <dd>
                    <Pill tone={tone} label={text} />
                    {hint ? <p className="pwa-checks__hint">{hint}</p> : null}
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
          <Panel title="Workers" note="each reports every five seconds">
            {workers.length === 0 ? (
              <EmptyState
                title="No worker has reported"
                text="Mails and everything that follows from an event wait. Start one: npm run worker."
              />
            ) : (
              <ul className="pwa-workers">
                {workers.map(({ id, isAlive, seenSecondsAgo }) => (
                  <li key={id}>
                    <span className="pwa-workers__name">{id}</span>
                    <Pill
                      tone={isAlive ? 'good' : 'neutral'}
                      label={isAlive ? 'At work' : `Gone for ${formatAge(seenSecondsAgo)}`}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      </div>
      {open ? (
        <CommandDialog
          key={`${open.command} ${JSON.stringify(open.input)}`}
          action={open}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </>
  )
}
