'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { PageHeader, Panel, Pill } from '#plugins/agency/admin'
import { callCommand } from '#plugins/kernel/admin'
import { candidateWorkflow } from '../domain/candidate-workflow'
import type { MergePreview, MergeSide } from '../queries/merge-preview'

type Sides = { kept: string; merged: string }

/** Two records of what may be one person, value by value, and what a merge would do. */
export const CompareCandidates = ({ preview, added }: { preview: MergePreview; added: Sides }) => {
  const router = useRouter()
  const { kept, merged, choices, lists, moving, rules, obstacles } = preview
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const key = useRef<{ body: string; key: string } | null>(null)

  const run = async (command: string, input: Record<string, unknown>) => {
    setBusy(true)
    setProblem(null)
    const body = JSON.stringify({ command, input })
    if (key.current?.body !== body) key.current = { body, key: crypto.randomUUID() }
    const answer = await callCommand({ command, input, key: key.current.key })
    if (!answer.ok) {
      setBusy(false)
      setProblem(answer.message)
    }
    return answer.ok
  }
  const merge = async () => {
    const isDone = await run('merge-candidates', {
      keptId: kept.id,
      mergedId: merged.id,
      take: [...taken],
      seen: { kept: kept.seenAt, merged: merged.seenAt },
    })
    if (!isDone) return
    toast.success('Merged. It can be undone for a day.')
    window.location.assign(`/admin/collections/candidates/${kept.id}/duplicates`)
  }
  const tellApart = async () => {
    if (!(await run('dismiss-duplicate', { oneId: kept.id, otherId: merged.id }))) return
    toast.success('Noted. They are not suggested again.')
    router.push('/admin/duplicates')
  }
  const differing = choices.filter(({ verdict }) => verdict === 'differ')

  return (
    <>
      <PageHeader
        title="Are they one person?"
        lead="The record on the left is kept. What belongs to the other one comes along, and whoever opens it is led to the kept one."
        actions={
          <>
            <button
              type="button"
              className="pwa-btn"
              disabled={isBusy}
              onClick={() => void tellApart()}
            >
              Not the same person
            </button>
            <a className="pwa-btn" href={`/admin/duplicates?keep=${merged.id}&merge=${kept.id}`}>
              Keep the other one
            </a>
          </>
        }
      />
      {obstacles.length > 0 ? (
        <div className="pwa-cv__problem" role="alert">
          <p>They cannot be merged as they are:</p>
          <ul>
            {obstacles.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <form
        className="pwa-merge"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void merge()
        }}
      >
        <Panel>
          <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Both records">
            <table className="pwa-table pwa-merge__table">
              <caption className="pwa-sr-only">Both records, value by value</caption>
              <thead>
                <tr>
                  <th scope="col">Value</th>
                  <Side side={kept} added={added.kept} standing="Kept" />
                  <Side side={merged} added={added.merged} standing="Merged into it" />
                </tr>
              </thead>
              <tbody>
                {choices.map(({ key: name, label, kept: left, merged: right, verdict }) => (
                  <tr key={name}>
                    <th scope="row">{label}</th>
                    {verdict === 'differ' ? (
                      <>
                        <td>
                          <Option
                            name={name}
                            text={left}
                            isChosen={!taken.has(name)}
                            onChoose={() => setTaken(without(taken, name))}
                          />
                        </td>
                        <td>
                          <Option
                            name={name}
                            text={right}
                            isChosen={taken.has(name)}
                            onChoose={() => setTaken(new Set([...taken, name]))}
                          />
                        </td>
                      </>
                    ) : (
                      <>
                        <td>{left || <span className="pwa-cv__soft">Nothing</span>}</td>
                        <td>
                          {right || <span className="pwa-cv__soft">Nothing</span>}
                          {verdict === 'fills' ? (
                            <>
                              {' '}
                              <Pill tone="good" label="Added" />
                            </>
                          ) : null}
                        </td>
                      </>
                    )}
                  </tr>
                ))}
                {choices.length === 0 ? (
                  <tr>
                    <td colSpan={3}>Both say the same.</td>
                  </tr>
                ) : null}
              </tbody>
            </table>
          </div>
          {differing.length > 1 ? (
            <p className="pwa-merge__all">
              <button
                type="button"
                className="pwa-btn pwa-btn--quiet"
                onClick={() => setTaken(new Set())}
              >
                All of the left
              </button>
              <button
                type="button"
                className="pwa-btn pwa-btn--quiet"
                onClick={() => setTaken(new Set(differing.map(({ key: name }) => name)))}
              >
                All of the right
              </button>
            </p>
          ) : null}
        </Panel>
        <Panel title="What comes along">
          <ul>
            {moving.map(({ label, count }) => (
              <li key={label}>
                {label}: {count}
              </li>
            ))}
            {lists.map(({ label, added: count }) => (
              <li key={label}>
                {label}: {count} more in the profile
              </li>
            ))}
            {rules.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Panel>
        {problem ? (
          <div className="pwa-cv__problem" role="alert">
            <p>{problem}</p>
            <button type="button" className="pwa-btn" onClick={() => window.location.reload()}>
              Reload
            </button>
          </div>
        ) : null}
        <div className="pwa-cv__accept">
          <button
            type="submit"
            className="pwa-btn pwa-btn--primary"
            disabled={isBusy || obstacles.length > 0}
          >
            Merge into {kept.ref}
          </button>
          <span className="pwa-cv__soft">It can be undone for a day.</span>
        </div>
      </form>
    </>
  )
}

const without = (set: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  new Set([...set].filter((one) => one !== name))

const Side = ({ side, added, standing }: { side: MergeSide; added: string; standing: string }) => {
  const state = Object.entries(candidateWorkflow.states).find(([key]) => key === side.state)?.[1]
  return (
    <th scope="col">
      <span className="pwa-merge__role">{standing}</span>
      <a href={`/admin/collections/candidates/${side.id}`}>
        {side.name}, {side.ref}
      </a>
      <span className="pwa-cv__soft">
        Added {added}
        {side.hasLogin ? ', has a login' : ''}
      </span>
      {state ? <Pill tone={state.tone} label={state.label} /> : null}
    </th>
  )
}

const Option = ({
  name,
  text,
  isChosen,
  onChoose,
}: {
  name: string
  text: string
  isChosen: boolean
  onChoose: () => void
}) => (
  <label className="pwa-merge__option">
    <input type="radio" name={`merge-${name}`} checked={isChosen} onChange={onChoose} />
    <span>{text}</span>
  </label>
)
