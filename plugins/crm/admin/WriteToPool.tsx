'use client'

import { useAction, useOwnDialogs, usePermissions } from '#plugins/kernel/admin'
import { writeAction } from '../domain/write-action'

/** A mail to everybody in a pool, where mails are written. */
export const WriteToPool = ({ poolId, name }: { poolId: string; name: string }) => {
  const { start } = useAction()
  const may = usePermissions()
  const dialogs = useOwnDialogs()
  if (!('send-letters' in dialogs) || !may('pipeline.write')) return null
  return (
    <button
      type="button"
      className="pwa-btn"
      onClick={() => start(writeAction({ poolId, label: `Write to the pool “${name}”` }))}
    >
      Write to all…
    </button>
  )
}
