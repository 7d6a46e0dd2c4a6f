'use client'

import { toast, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { CommandDialog, useAction, usePermissions } from '#plugins/kernel/admin'
import { poolOutcome } from './pool-outcome'

const mostAtOnce = 500

/** Above the list of candidates: all that are ticked on the page come into a pool. */
export const PoolSelected = () => {
  const { selectAll, selectedIDs } = useSelection()
  const may = usePermissions()
  const router = useRouter()
  const { open, start, close } = useAction()
  if (!may('candidates.write') || selectedIDs.length === 0) return null
  if (String(selectAll) === 'allAvailable')
    return (
      <p className="pwa-label-bar">
        Tick the candidates on a page: up to {mostAtOnce} come into a pool at once.
      </p>
    )
  return (
    <div className="pwa-label-bar">
      <button
        type="button"
        className="pwa-btn"
        onClick={() =>
          start({
            command: 'add-to-pool',
            label: 'Add to a pool…',
            input: { candidateIds: selectedIDs.map(String) },
            fields: [
              {
                name: 'poolId',
                label: 'Talent pool',
                type: 'relation',
                isRequired: true,
                collection: 'talent-pools',
                titleFields: ['name'],
              },
            ],
            text: 'Who took back the consent to be kept in the talent pool stays out, and so does who is blocked.',
            done: 'Done.',
          })
        }
      >
        Add to a pool…
      </button>
      {open ? (
        <CommandDialog
          action={open}
          onClose={close}
          onDone={(result) => {
            toast.success(poolOutcome(result))
            close()
            router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}
