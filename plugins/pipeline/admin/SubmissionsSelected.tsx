'use client'

import { toast, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import {
  BulkDialog,
  useAction,
  useOwnDialogs,
  usePermissions,
  type CommandAction,
} from '#plugins/kernel/admin'
import { mostAtOnce } from '../domain/bulk'
import { mailAction } from '../domain/mail-action'
import { rejectManyAction } from './bulk-actions'

/** Above the list of submissions: what can be done with all that are ticked on the page. */
export const SubmissionsSelected = () => {
  const { selectAll, selectedIDs } = useSelection()
  const may = usePermissions()
  const router = useRouter()
  const { start } = useAction()
  const mayWrite = 'send-letters' in useOwnDialogs()
  const [open, setOpen] = useState<CommandAction | null>(null)
  if (!may('pipeline.write')) return null
  if (String(selectAll) === 'allAvailable')
    return (
      <p className="pwa-label-bar">
        Tick the submissions on a page: up to {mostAtOnce} are written to or rejected at once.
      </p>
    )
  if (selectedIDs.length === 0) return null
  const submissionIds = selectedIDs.map(String)
  return (
    <div className="pwa-label-bar">
      {mayWrite ? (
        <button
          type="button"
          className="pwa-btn"
          onClick={() => start(mailAction({ submissionIds }))}
        >
          Write mail…
        </button>
      ) : null}
      <button
        type="button"
        className="pwa-btn"
        onClick={() => setOpen(rejectManyAction({ submissionIds }))}
      >
        Reject…
      </button>
      {open ? (
        <BulkDialog
          action={open}
          onClose={() => setOpen(null)}
          onDone={(message) => {
            toast.success(message)
            setOpen(null)
            router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}
