'use client'

import { toast, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { BulkDialog, usePermissions } from '#plugins/kernel/admin'
import { poolAction } from '../domain/pool-action'
import { mostIntoPool } from '../domain/pool-input'

/** Above the list of candidates: all that are ticked on the page come into a pool. */
export const PoolSelected = () => {
  const { selectAll, selectedIDs } = useSelection()
  const may = usePermissions()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  if (!may('candidates.write') || selectedIDs.length === 0) return null
  if (String(selectAll) === 'allAvailable')
    return (
      <p className="pwa-label-bar">
        Tick the candidates on a page: up to {mostIntoPool} come into a pool at once.
      </p>
    )
  return (
    <div className="pwa-label-bar">
      <button type="button" className="pwa-btn" onClick={() => setOpen(true)}>
        Add to pool…
      </button>
      {isOpen ? (
        <BulkDialog
          action={poolAction({ candidateIds: selectedIDs.map(String) })}
          onClose={() => setOpen(false)}
          onDone={(message) => {
            toast.success(message)
            setOpen(false)
            router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}
