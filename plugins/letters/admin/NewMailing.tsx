'use client'

import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { useLabels } from '#plugins/agency/admin'
import { usePermissions } from '#plugins/kernel/admin'
import type { LetterReader } from '../domain/letter-fields'
import { LetterDialog } from './LetterDialog'
import { sentWords } from './sent-words'
import { useAudiences } from './use-audiences'
import './letters.css'

const kinds: readonly { kind: string; reader: LetterReader; label: string; right: string }[] = [
  { kind: 'candidates', reader: 'candidate', label: 'Candidates', right: 'candidates.write' },
  {
    kind: 'client-contacts',
    reader: 'client-contact',
    label: 'Contacts',
    right: 'clients.write',
  },
]

/** Above the list of mailings: a new one, to everybody in a pool, of a saved search or with a label. */
export const NewMailing = () => {
  const may = usePermissions()
  const { labels, isLost } = useLabels()
  const { audiences, problem } = useAudiences()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const [isOpen, setOpen] = useState(false)
  if (!may('pipeline.write')) return null
  if (isLost || problem)
    return (
      <p className="pwa-label-bar">
        {problem ?? 'The labels could not be read. Please load the page again.'}
      </p>
    )
  const labelled = kinds.flatMap(({ kind, reader, label, right }) =>
    (may(right) ? (labels ?? []) : [])
      .filter((one) => one.kinds.includes(kind))
      .map((one) => ({
        value: `${reader}:${one.id}`,
        reader,
        audience: { labelId: one.id },
        text: `${label} labelled “${one.name}”`,
      })),
  )
  const options = [
    ...(may('candidates.write') ? (audiences ?? []) : []).map((one) => ({
      ...one,
      reader: 'candidate' as const,
    })),
    ...labelled,
  ]
  if (labels && audiences && options.length === 0)
    return (
      <p className="pwa-label-bar">
        A mailing goes to a talent pool, to whom a saved search finds, or to everybody with a label:
        make one of these first.
      </p>
    )
  const to = options.find(({ value }) => value === chosen) ?? options[0]
  if (!to) return null
  return (
    <div className="pwa-label-bar pwa-new-mailing">
      <label htmlFor={id}>New mailing to</label>
      <select id={id} value={to.value} onChange={(event) => setChosen(event.target.value)}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <button type="button" className="pwa-btn pwa-btn--primary" onClick={() => setOpen(true)}>
        Write…
      </button>
      {isOpen ? (
        <LetterDialog
          title={to.text}
          reader={to.reader}
          audience={to.audience}
          isNews
          onClose={() => setOpen(false)}
          onDone={(result) => {
            toast.success(sentWords(result))
            if (result.mailingId)
              window.location.assign(`/admin/collections/mailings/${result.mailingId}`)
            else setOpen(false)
          }}
        />
      ) : null}
    </div>
  )
}
