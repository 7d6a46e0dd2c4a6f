'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import {
  BulkDialog,
  CommandDialog,
  Menu,
  useAction,
  type CommandAction,
} from '#plugins/kernel/admin'
import {
  currencyCode,
  dayIn,
  formatDay,
  formatRate,
  isDay,
  stateFrom,
  type Zone,
} from '#plugins/kernel/domain'
import { candidateWorkflow } from '../domain/candidate-workflow'
import { poolAction } from '../domain/pool-action'
import { writeAction } from '../domain/write-action'
import { kmInMile, type DistanceUnit } from '../domain/search/filter'
import type { SnippetPart } from '../domain/search/snippet'
import type { FoundCandidate } from '../queries/find-candidates'

type Acts = {
  mayAddToOrder: boolean
  /** Those that may be put on candidates; none without the right to. */
  labels: readonly { id: string; name: string }[]
  mayPool: boolean
  mayWrite: boolean
}

type Props = {
  hits: readonly FoundCandidate[]
  /** As the reader has days and distances said. */
  said: Said
  acts: Acts
}

type Said = { locale: string; zone: Zone; unit: DistanceUnit }

/** The candidates of a page, each with its acts. */
export const FindRows = ({ hits, said, acts }: Props) => {
  const { open, start, close, finish } = useAction()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState<CommandAction | null>(null)
  const chosen = hits.filter(({ id }) => ticked.has(id))
  const candidateIds = chosen.map(({ id }) => id)
  return (
    <>
      {acts.mayPool || acts.mayWrite ? (
        <p className="pwa-find__chosen">
          <label className="pwa-find__tick">
            <input
              type="checkbox"
              checked={chosen.length === hits.length}
              onChange={(event) =>
                setTicked(new Set(event.target.checked ? hits.map(({ id }) => id) : []))
              }
            />
            <span>
              {chosen.length === 0 ? 'Choose all on this page' : `${chosen.length} chosen`}
            </span>
          </label>
          {acts.mayPool && chosen.length > 0 ? (
            <button
              type="button"
              className="pwa-btn"
              onClick={() => setBulk(poolAction({ candidateIds }))}
            >
              Add to pool…
            </button>
          ) : null}
          {acts.mayWrite && chosen.length > 0 ? (
            <button
              type="button"
              className="pwa-btn"
              onClick={() => start(writeAction({ candidateIds }))}
            >
              Write mail…
            </button>
          ) : null}
        </p>
      ) : null}
      <ol className="pwa-find__rows" aria-label="Candidates found">
        {hits.map((hit) => (
          <FindRow
            key={hit.id}
            hit={hit}
            said={said}
            acts={acts}
            isTicked={ticked.has(hit.id)}
            onTick={(isTicked) =>
              setTicked(
                (before) =>
                  new Set(
                    isTicked ? [...before, hit.id] : [...before].filter((id) => id !== hit.id),
                  ),
              )
            }
            onAct={start}
            onPool={() => setBulk(poolAction({ candidateIds: [hit.id] }))}
          />
        ))}
      </ol>
      {bulk ? (
        <BulkDialog
          action={bulk}
          onClose={() => setBulk(null)}
          onDone={(message) => {
            toast.success(message)
            setBulk(null)
            setTicked(new Set())
          }}
        />
      ) : null}
      {open ? (
        <CommandDialog
          key={JSON.stringify(open.input)}
          action={open}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </>
  )
}

const FindRow = ({
  hit,
  said,
  acts,
  isTicked,
  onTick,
  onAct,
  onPool,
}: {
  hit: FoundCandidate
  said: Said
  acts: Acts
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  onAct: (action: CommandAction) => void
  onPool: () => void
}) => {
  const state = stateFrom({ workflow: candidateWorkflow, value: hit.state })
  const name = hit.name.map(({ text }) => text).join('')
  const items = [
    ...(acts.mayAddToOrder
      ? [{ key: 'order', label: 'Add to an order…', onSelect: () => onAct(toOrder(hit.id)) }]
      : []),
    ...(acts.labels.length > 0
      ? [
          {
            key: 'label',
            label: 'Label…',
            onSelect: () => onAct(toLabel({ candidateId: hit.id, labels: acts.labels })),
          },
        ]
      : []),
    ...(acts.mayPool ? [{ key: 'pool', label: 'Add to pool…', onSelect: onPool }] : []),
    ...(acts.mayWrite
      ? [
          {
            key: 'write',
            label: 'Write mail…',
            onSelect: () => onAct(writeAction({ candidateIds: [hit.id] })),
          },
        ]
      : []),
    {
      key: 'open',
      label: 'Open in a new tab',
      onSelect: () => window.open(pathOf(hit.id), '_blank', 'noopener'),
    },
  ]
  return (
    <li className="pwa-find__row">
      <div className="pwa-find__head">
        {acts.mayPool || acts.mayWrite ? (
          <input
            type="checkbox"
            aria-label={`Choose ${name}`}
            checked={isTicked}
            onChange={(event) => onTick(event.target.checked)}
          />
        ) : null}
        <a className="pwa-find__name" href={pathOf(hit.id)} data-find-row>
          <Marked parts={hit.name} />
        </a>
        {state ? (
          <span className={`pwa-pill pwa-pill--${candidateWorkflow.states[state].tone}`}>
            {candidateWorkflow.states[state].label}
          </span>
        ) : null}
        {hit.doNotContact ? <span className="pwa-pill pwa-pill--bad">Do not contact</span> : null}
        <span className="pwa-find__menu">
          <Menu
            label={`Acts for ${name}`}
            button={<span aria-hidden="true">⋯</span>}
            buttonClassName="pwa-btn pwa-btn--quiet"
            items={items}
          />
        </span>
      </div>
      <p className="pwa-find__facts">
        <Marked parts={hit.headline} />
        {factsOf({ hit, said }).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {hit.skills.length > 0 ? (
        <ul className="pwa-find__skills" aria-label="Skills">
          {[...hit.skills]
            .sort((one, other) => Number(other.isWanted) - Number(one.isWanted))
            .slice(0, 10)
            .map(({ name: skill, isWanted }) => (
              <li key={skill}>{isWanted ? <mark>{skill}</mark> : skill}</li>
            ))}
          {hit.skills.length > 10 ? <li>{`+${hit.skills.length - 10}`}</li> : null}
        </ul>
      ) : null}
      {hit.snippet ? (
        <p className="pwa-find__snippet">
          <Marked parts={hit.snippet} />
        </p>
      ) : null}
    </li>
  )
}

const pathOf = (id: string): string => `/admin/collections/candidates/${id}`

const Marked = ({ parts }: { parts: readonly SnippetPart[] }) => (
  <span>
    {parts.map(({ text, isHit }, at) =>
      isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
    )}
  </span>
)

const factsOf = ({
  hit,
  said: { locale, zone, unit },
}: {
  hit: FoundCandidate
  said: Said
}): string[] => [
  ...(hit.city ? [[hit.city, hit.country].filter(Boolean).join(', ')] : []),
  ...(hit.km === null ? [] : [distanceWords({ km: hit.km, unit })]),
  ...(hit.availableOn !== null && isDay(hit.availableOn)
    ? [`available ${formatDay({ day: hit.availableOn, locale })}`]
    : []),
  ...(hit.lastContactAt === null
    ? []
    : [`last contact ${formatDay({ day: dayIn({ instant: hit.lastContactAt, zone }), locale })}`]),
  ...payOf({ hit, locale }),
  ...(hit.owner ? [`with ${hit.owner}`] : []),
  ...(hit.ref ? [hit.ref] : []),
]

const distanceWords = ({ km, unit }: { km: number; unit: DistanceUnit }): string =>
  distanceSaid({ count: Math.round(unit === 'mi' ? km / kmInMile : km), unit })

const distanceSaid = ({ count, unit }: { count: number; unit: DistanceUnit }): string => {
  if (count < 1) return unit === 'mi' ? 'less than a mile away' : 'less than 1 km away'
  if (unit === 'km') return `${count} km away`
  return count === 1 ? '1 mile away' : `${count} miles away`
}

const payOf = ({ hit, locale }: { hit: FoundCandidate; locale: string }): string[] => {
  const currency = currencyCode.safeParse(hit.currency)
  return hit.payRateE4 !== null && currency.success
    ? [`${formatRate({ rateE4: hit.payRateE4, currency: currency.data, locale })} an hour`]
    : []
}

const toOrder = (candidateId: string): CommandAction => ({
  command: 'add-candidate-to-order',
  label: 'Add to an order',
  input: { candidateId },
  fields: [
    {
      type: 'relation',
      name: 'jobOrderId',
      label: 'Order',
      isRequired: true,
      collection: 'job-orders',
      titleFields: ['ref', 'title'],
      only: { state: 'active' },
    },
  ],
  done: 'The candidate is on the order.',
})

const toLabel = ({
  candidateId,
  labels,
}: {
  candidateId: string
  labels: Acts['labels']
}): CommandAction => {
  const options = labels.map(({ id, name }) => ({ value: id, label: name }))
  return {
    command: 'label-records',
    label: 'Label',
    input: { kind: 'candidates', recordIds: [candidateId] },
    fields: [
      { type: 'choices', name: 'add', label: 'Put on', options },
      { type: 'choices', name: 'remove', label: 'Take away', options },
    ],
    done: 'The labels are changed.',
  }
}
