'use client'

import { useState } from 'react'

import { EmptyState, Pill } from '#plugins/agency/admin'
import { CommandFieldInput, useAction, type FieldValue } from '#plugins/kernel/admin'
import { candidateWorkflow } from '../domain/candidate-workflow'
import type { PoolMember } from '../queries/pool-people'

/** The members as a table in which some are ticked and taken out; somebody else is put in by name. */
export const PoolPeople = ({
  poolId,
  members,
  mayWrite,
}: {
  poolId: string
  members: readonly (PoolMember & { came: string })[]
  mayWrite: boolean
}) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { start, isBusy } = useAction({ onDone: () => setTicked(new Set()) })
  const chosen = members.filter(({ id }) => ticked.has(id))
  const isAll = members.length > 0 && chosen.length === members.length
  const tick = (id: string, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((one) => one !== id)))

  return (
    <>
      {members.length === 0 ? (
        <EmptyState
          title="Nobody is in this pool"
          text="Put somebody in here, or tick people in the list of candidates. Who took back the consent to be kept is not shown."
        />
      ) : (
        <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Members">
          <table className="pwa-table pwa-pool__table">
            <caption className="pwa-sr-only">Members of the pool</caption>
            <thead>
              <tr>
                {mayWrite ? (
                  <th scope="col">
                    <input
                      type="checkbox"
                      aria-label="All on this page"
                      checked={isAll}
                      onChange={(event) =>
                        setTicked(new Set(event.target.checked ? members.map(({ id }) => id) : []))
                      }
                    />
                  </th>
                ) : null}
                <th scope="col">Candidate</th>
                <th scope="col">In one line</th>
                <th scope="col">State</th>
                <th scope="col">Came</th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <tr key={member.id}>
                  {mayWrite ? (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`Tick ${member.name}`}
                        checked={ticked.has(member.id)}
                        onChange={(event) => tick(member.id, event.target.checked)}
                      />
                    </td>
                  ) : null}
                  <th scope="row">
                    <a href={`/admin/collections/candidates/${member.id}`}>
                      {member.name}, {member.ref}
                    </a>
                  </th>
                  <td>{[member.headline, member.city].filter(Boolean).join(', ')}</td>
                  <td>
                    <StateOf state={member.state} />
                  </td>
                  <td>{member.came}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && chosen.length > 0 ? (
        <div className="pwa-duplicates__pages">
          <button
            type="button"
            className="pwa-btn"
            disabled={isBusy}
            onClick={() =>
              start({
                command: 'remove-from-pool',
                label: 'Take out',
                input: { poolId, candidateIds: chosen.map(({ id }) => id) },
                done: 'Taken out. The search does not bring them back.',
              })
            }
          >
            {chosen.length === 1 ? 'Take one out' : `Take ${chosen.length} out`}
          </button>
        </div>
      ) : null}
      {mayWrite ? <AddMember poolId={poolId} /> : null}
    </>
  )
}

/** Anybody by name. */
const AddMember = ({ poolId }: { poolId: string }) => {
  const [person, setPerson] = useState<FieldValue>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const { start, isBusy } = useAction({ onDone: () => setPerson(null) })
  const add = () => {
    const id = typeof person === 'object' && person !== null && 'id' in person ? person.id : null
    if (id === null) setProblem('Choose somebody first.')
    else
      start({
        command: 'add-to-pool',
        label: 'Add',
        input: { poolId, candidateIds: [id] },
        done: 'In the pool, unless they said no to it.',
      })
  }
  return (
    <div className="pwa-duplicates__choose">
      <CommandFieldInput
        field={{
          name: 'candidate',
          label: 'Add somebody',
          description: 'Who took back the consent to be kept in the talent pool stays out.',
          type: 'relation',
          collection: 'candidates',
          titleFields: ['name', 'ref'],
          except: { state: 'merged' },
        }}
        value={person}
        problem={problem}
        onChange={(value) => {
          setPerson(value)
          setProblem(undefined)
        }}
      />
      <button type="button" className="pwa-btn" disabled={isBusy} onClick={add}>
        Add
      </button>
    </div>
  )
}

const StateOf = ({ state }: { state: string }) => {
  const known = Object.entries(candidateWorkflow.states).find(([key]) => key === state)?.[1]
  return known ? <Pill tone={known.tone} label={known.label} /> : null
}
