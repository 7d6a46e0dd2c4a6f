'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState, type ComponentType } from 'react'

import { TimelineEntries, type EntryActs, type ShownEntry } from './TimelineEntries'
import { useLiveEvents } from './use-live-events'

type State = { entries: readonly ShownEntry[]; before: string | null; problem: string | null }

/** What happened to the record, beside it; new events appear by themselves. */
export const RecordTimeline: UIFieldClientComponent = ({ field }) => {
  const { id } = useDocumentInfo()
  const kind: unknown = field.admin?.custom?.subject
  if (id === undefined || typeof kind !== 'string') return null
  return <Story key={String(id)} kind={kind} id={String(id)} />
}

/** Something to write with, above the entries. */
export type Composer = ComponentType<{
  kind: string
  id: string
  /** Reads the newest entries anew. */
  reload: () => Promise<void>
}>

/**
 * The timeline of a record, with what others put around it: something to write with above, acts on
 * what was said beside an entry.
 */
export const Story = ({
  kind,
  id,
  composer: Composer,
  acts,
}: {
  kind: string
  id: string
  composer?: Composer
  acts?: EntryActs
}) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const [state, setState] = useState<State | null>(null)

  const reload = useCallback(async () => {
    setState(await fetchPage({ kind, id, before: null }))
  }, [kind, id])
  useEffect(() => {
    void fetchPage({ kind, id, before: null }).then(setState)
  }, [kind, id])
  useLiveEvents({
    concerns: (event) => [event.subject.id, event.orderId, event.clientId].includes(id),
    onChange: () => void reload(),
  })

  if (!state) return <p className="pwa-story__note">Reading what happened…</p>
  const older = async () => {
    const page = await fetchPage({ kind, id, before: state.before })
    setState({ ...page, entries: [...state.entries, ...page.entries] })
  }
  return (
    <section className="pwa-story" aria-label="Timeline">
      <h2 className="pwa-story__title">Timeline</h2>
      {state.problem ? <p className="pwa-story__note">{state.problem}</p> : null}
      {!state.problem && Composer ? <Composer kind={kind} id={id} reload={reload} /> : null}
      {!state.problem && state.entries.length === 0 ? (
        <p className="pwa-story__note">Nothing has happened yet.</p>
      ) : null}
      <TimelineEntries
        entries={state.entries}
        zone={user?.zone ?? 'UTC'}
        locale={user?.locale ?? 'en'}
        {...(acts ? { acts, reload } : {})}
      />
      {state.before ? (
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={() => void older()}>
          Show older
        </button>
      ) : null}
    </section>
  )
}

const fetchPage = async ({
  kind,
  id,
  before,
}: {
  kind: string
  id: string
  before: string | null
}): Promise<State> => {
  const query = before ? `?before=${encodeURIComponent(before)}` : ''
  const response = await fetch(`/api/timeline/${kind}/${id}${query}`)
  const body: unknown = await response.json()
  if (response.status === 403)
    return { entries: [], before: null, problem: 'The timeline is not part of your role.' }
  if (!response.ok || !isPage(body))
    return { entries: [], before: null, problem: 'The timeline could not be read.' }
  return { ...body, problem: null }
}

const isPage = (
  value: unknown,
): value is { entries: readonly ShownEntry[]; before: string | null } =>
  typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, 'entries'))
