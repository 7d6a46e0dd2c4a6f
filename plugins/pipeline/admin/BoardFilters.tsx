'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'

import { useLabels } from '#plugins/agency/admin'
import { boardFilterFrom, isFiltered } from '../domain/board-filter'
import { submissionSources } from '../domain/submission-source'

type Props = { colleagues: readonly { id: string; name: string }[] }

const days = [3, 7, 14, 30]

/** Which cards of the boards are shown; the choice stands in the address and can be sent on. */
export const BoardFilters = ({ colleagues }: Props) => {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const { labels } = useLabels()
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    router.push(`${path}?${next}`, { scroll: false })
  }
  const filter = boardFilterFrom(Object.fromEntries(params))
  const selects = [
    {
      name: 'colleague',
      label: 'Colleague',
      value: filter.colleague,
      options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'days',
      label: 'In the stage',
      value: filter.days === null ? null : String(filter.days),
      options: days.map((count) => ({ value: String(count), label: `${count} days or more` })),
    },
    {
      name: 'source',
      label: 'Came by',
      value: filter.source,
      options: Object.entries(submissionSources).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'label',
      label: 'Label',
      value: filter.label,
      options: (labels ?? [])
        .filter(({ kinds }) => kinds.includes('candidates'))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  return (
    <div className="pwa-board-filters" role="search" aria-label="Filter the cards">
      {selects.map(({ name, label, value, options }) => (
        <label key={name} className="pwa-board-filters__one">
          <span>{label}</span>
          <select value={value ?? ''} onChange={(event) => choose(name, event.target.value)}>
            <option value="">All</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isFiltered(filter) ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          onClick={() => {
            const next = new URLSearchParams(params)
            for (const { name } of selects) next.delete(name)
            router.push(`${path}?${next}`, { scroll: false })
          }}
        >
          Show all
        </button>
      ) : null}
    </div>
  )
}
