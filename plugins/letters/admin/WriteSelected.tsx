'use client'

import { toast, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { usePermissions } from '#plugins/kernel/admin'
import type { LetterReader } from '../domain/letter-fields'
import { LetterDialog } from './LetterDialog'
import { sentWords } from './sent-words'
import './letters.css'

/** Above a list of people: a mail to all that are ticked on the page. */
export const WriteSelected = ({ reader }: { reader: LetterReader }) => {
  const { selectAll, selectedIDs } = useSelection()
  const may = usePermissions()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  if (!may('pipeline.write')) return null
  if (String(selectAll) === 'allAvailable')
    return (
      <p className="pwa-label-bar">
        Mails go to people who are ticked on a page; to more, save the search, fill a pool with them
        or give them a label, and begin a <a href="/admin/collections/mailings">mailing</a>.
      </p>
    )
  if (selectedIDs.length === 0) return null
  const count = selectedIDs.length
  return (
    <div className="pwa-label-bar">
      <button type="button" className="pwa-btn" onClick={() => setOpen(true)}>
        {count === 1 ? 'Write a mail…' : `Write to ${count} people…`}
      </button>
      {isOpen ? (
        <LetterDialog
          title={count === 1 ? 'Write a mail' : `Write to ${count} people`}
          reader={reader}
          readerIds={selectedIDs.map(String)}
          onClose={() => setOpen(false)}
          onDone={(result) => {
            toast.success(sentWords(result))
            setOpen(false)
            if (result.mailingId)
              window.location.assign(`/admin/collections/mailings/${result.mailingId}`)
            else router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}
