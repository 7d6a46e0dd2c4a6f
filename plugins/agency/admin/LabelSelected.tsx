'use client'

import { useSelection } from '@payloadcms/ui'

import { CommandDialog, useAction } from '#plugins/kernel/admin'
import { labelAction } from './label-action'
import { useLabels } from './use-labels'

type Props = { kind: string }

/** Above a list: labels for all records that are ticked on the page. */
export const LabelSelected = ({ kind }: Props) => {
  const { selectAll, selectedIDs } = useSelection()
  const { labels } = useLabels()
  const { open, start, close, finish } = useAction()
  if (String(selectAll) === 'allAvailable')
    return (
      <p className="pwa-label-bar">
        Labels go to records that are ticked on a page, up to 200 at once.
      </p>
    )
  if (selectedIDs.length === 0 || !labels || labels.length === 0) return null
  const count = selectedIDs.length
  return (
    <div className="pwa-label-bar">
      <button
        type="button"
        className="pwa-btn"
        onClick={() => start(labelAction({ kind, labels, recordIds: selectedIDs.map(String) }))}
      >
        {count === 1 ? 'Label one record…' : `Label ${count} records…`}
      </button>
      {open ? <CommandDialog action={open} onClose={close} onDone={finish} /> : null}
    </div>
  )
}
