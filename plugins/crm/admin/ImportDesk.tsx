'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import { PageHeader, Pill } from '#plugins/agency/admin'
import { callCommand } from '#plugins/kernel/admin'
import { canBeMapped, hasBegun, importWorkflow, isAtWork } from '../domain/import-workflow'
import { ImportColumns } from './ImportColumns'
import { ImportFiles } from './ImportFiles'
import { ImportProgress } from './ImportProgress'
import { ImportRows } from './ImportRows'
import { ImportActs } from './ImportActs'
import { importView, readAnswer, type ImportView } from './import-view'

type Props = {
  initial: ImportView
  plural: string
  collection: string
  fields: readonly { key: string; label: string }[]
  /** Files may come beside the table. */
  takesFiles: boolean
}

/** One import from its columns to what became of it, on one screen. */
export const ImportDesk = ({ initial, plural, collection, fields, takesFiles }: Props) => {
  const [shown, setShown] = useState(initial)
  const [isMapping, setMapping] = useState(initial.state === 'uploaded')
  const [isBusy, setBusy] = useState(false)
  const reading = useRef(false)

  const refresh = useCallback(async () => {
    if (reading.current) return
    reading.current = true
    const read = await readAnswer({
      path: `/api/imports/${initial.id}?depth=0`,
      schema: importView,
    })
    reading.current = false
    if (read.ok) setShown(read.value)
  }, [initial.id])

  const isWaiting = isAtWork(shown.state)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh()
    }, 1_000)
    return () => clearInterval(timer)
  }, [isWaiting, refresh])

  const call = async (command: string, input: Readonly<Record<string, unknown>>) => {
    setBusy(true)
    const answer = await callCommand({
      command,
      input: { importId: shown.id, ...input },
      key: crypto.randomUUID(),
    })
    if (!answer.ok) toast.error(answer.message, { duration: 8_000 })
    await refresh()
    setBusy(false)
    return answer.ok
  }

  const state = Object.entries(importWorkflow.states).find(([key]) => key === shown.state)?.[1]
  const mayMap = canBeMapped(shown.state)
  return (
    <>
      <PageHeader
        title={shown.fileName}
        lead={`${plural}, ${shown.rowCount.toLocaleString()} rows${shown.source ? `, exported from ${shown.source}` : ''}`}
        actions={<Pill tone={state?.tone ?? 'neutral'} label={state?.label ?? shown.state} />}
      />
      {isWaiting ? <ImportProgress shown={shown} /> : null}
      <ImportActs
        shown={shown}
        plural={plural}
        isBusy={isBusy}
        isMapping={isMapping}
        onMap={() => setMapping(true)}
        call={call}
      />
      {mayMap && isMapping ? (
        <ImportColumns
          key={shown.id}
          shown={shown}
          fields={fields}
          isBusy={isBusy}
          onCheck={async (columns, dayOrder) => {
            if (await call('map-import', { columns, ...(dayOrder ? { dayOrder } : {}) }))
              setMapping(false)
          }}
        />
      ) : null}
      {takesFiles ? <ImportFiles importId={shown.id} state={shown.state} /> : null}
      {!isWaiting && !isMapping && (shown.state === 'checked' || hasBegun(shown.state)) ? (
        <ImportRows
          key={`${shown.state}-${shown.checkedCount}`}
          shown={shown}
          collection={collection}
          isBusy={isBusy}
          onDecide={async (input) => await call('decide-import', input)}
        />
      ) : null}
    </>
  )
}
