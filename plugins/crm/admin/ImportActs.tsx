'use client'

import { useState } from 'react'

import { CommandDialog, type CommandAction } from '#plugins/kernel/admin'
import { isAtWork } from '../domain/import-workflow'
import type { ImportView } from './import-view'

type Props = {
  shown: ImportView
  plural: string
  isBusy: boolean
  isMapping: boolean
  onMap: () => void
  call: (command: string, input: Readonly<Record<string, unknown>>) => Promise<boolean>
}

/** What can be done with an import as it stands. */
export const ImportActs = ({ shown, plural, isBusy, isMapping, onMap, call }: Props) => {
  const [asked, setAsked] = useState<CommandAction | null>(null)
  const may = (...states: readonly string[]): boolean => states.includes(shown.state)
  const written = shown.createdCount + shown.filledCount
  return (
    <div className="pwa-import-acts">
      {may('checked') && !isMapping ? (
        <>
          <button
            type="button"
            className="pwa-btn pwa-btn--primary"
            disabled={isBusy}
            onClick={() => void call('start-import', {})}
          >
            Import these rows
          </button>
          <button type="button" className="pwa-btn" disabled={isBusy} onClick={onMap}>
            Change the columns
          </button>
        </>
      ) : null}
      {may('stopped') ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--primary"
          disabled={isBusy}
          onClick={() => void call('start-import', {})}
        >
          Go on
        </button>
      ) : null}
      {may('uploaded', 'checking', 'checked') ? (
        <button
          type="button"
          className="pwa-btn"
          disabled={isBusy}
          onClick={() => void call('stop-import', {})}
        >
          Do not import
        </button>
      ) : null}
      {may('running') ? (
        <button
          type="button"
          className="pwa-btn"
          disabled={isBusy}
          onClick={() => void call('stop-import', {})}
        >
          Stop
        </button>
      ) : null}
      {may('done', 'stopped') && written > 0 ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--danger-quiet"
          disabled={isBusy}
          onClick={() =>
            setAsked({
              command: 'take-import-back',
              label: 'Take the import back',
              done: 'The import is being taken back.',
              tone: 'danger',
              text: `${shown.createdCount.toLocaleString()} new ${plural.toLowerCase()} are deleted and what was filled up is emptied. Records that somebody has used since stay, and you see which and why.`,
              input: { importId: shown.id },
            })
          }
        >
          Take the import back
        </button>
      ) : null}
      {!isAtWork(shown.state) && !may('uploaded') && !shown.forgottenAt ? (
        <a className="pwa-btn pwa-btn--quiet" href={`/api/imports/${shown.id}/verdicts`}>
          Download all rows as CSV
        </a>
      ) : null}
      {asked ? (
        <CommandDialog
          action={asked}
          onClose={() => setAsked(null)}
          onDone={() => window.location.reload()}
        />
      ) : null}
    </div>
  )
}
