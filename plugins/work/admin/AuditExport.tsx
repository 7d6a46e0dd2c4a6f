'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { z } from 'zod'

import { callCommand } from '#plugins/kernel/admin'

type Format = 'csv' | 'json'

const part = z.object({
  filename: z.string(),
  mediaType: z.string(),
  rows: z.number(),
  before: z.string().nullable(),
  content: z.string(),
})

/** Takes out what the filter shows, part after part, as one file. */
export const AuditExport = ({ filter }: { filter: Readonly<Record<string, unknown>> }) => {
  const [rows, setRows] = useState<number | null>(null)

  const takeOut = async (format: Format) => {
    setRows(0)
    const contents: string[] = []
    let before: string | null = null
    let taken = 0
    do {
      const answer = await callCommand({
        command: 'export-audit',
        input: { ...filter, format, before },
        key: crypto.randomUUID(),
      })
      if (!answer.ok) {
        toast.error(answer.message, { duration: 8_000 })
        setRows(null)
        return
      }
      const found = part.parse(answer.result)
      contents.push(found.content)
      taken += found.rows
      before = found.before
      setRows(taken)
      if (!before) save({ contents, filename: found.filename, mediaType: found.mediaType })
    } while (before)
    setRows(null)
    toast.success(`${taken} events were taken out. That you did is in the audit.`)
  }
  return (
    <div className="pwa-audit-export">
      {(['csv', 'json'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="pwa-btn"
          disabled={rows !== null}
          onClick={() => void takeOut(format)}
        >
          Take out as {format.toUpperCase()}
        </button>
      ))}
      <span role="status">{rows === null ? '' : `${rows} events so far…`}</span>
    </div>
  )
}

const save = ({
  contents,
  filename,
  mediaType,
}: {
  contents: readonly string[]
  filename: string
  mediaType: string
}) => {
  const url = URL.createObjectURL(new Blob([...contents], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
  URL.revokeObjectURL(url)
}
