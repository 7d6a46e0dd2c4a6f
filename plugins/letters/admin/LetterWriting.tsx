'use client'

import { toast } from '@payloadcms/ui'
import { useMemo, useState, type ReactNode } from 'react'
import { z } from 'zod'

import { OwnDialogsProvider, useOwnDialogs, type OpenOwnDialog } from '#plugins/kernel/admin'
import { letterReaders } from '../domain/letter-fields'
import { LetterDialog } from './LetterDialog'
import { sentWords } from './sent-words'
import './letters.css'

/** What whoever offers to write a mail says of it: to whom, and about which order. */
const asked = z.object({
  reader: z.enum(letterReaders),
  readerIds: z.array(z.string()).default([]),
  submissionIds: z.array(z.string()).default([]),
  poolId: z.string().nullish(),
  savedSearchId: z.string().nullish(),
  subject: z.string().default(''),
})

/** Everywhere in the admin a mail is written in the same dialog: boards, records, lists, searches. */
export const LetterWriting = ({ children }: { children: ReactNode }) => {
  const others = useOwnDialogs()
  const [open, setOpen] = useState<Parameters<OpenOwnDialog>[0] | null>(null)
  const dialogs = useMemo(() => ({ ...others, 'send-letters': setOpen }), [others])
  const to = open ? asked.parse(open.action.input) : null
  return (
    <OwnDialogsProvider value={dialogs}>
      {children}
      {open && to ? (
        <LetterDialog
          title={open.action.label.replace(/…$/, '')}
          reader={to.reader}
          readerIds={to.readerIds}
          submissionIds={to.submissionIds}
          {...(to.poolId ? { audience: { poolId: to.poolId } } : {})}
          {...(to.savedSearchId ? { audience: { savedSearchId: to.savedSearchId } } : {})}
          subject={to.subject}
          onClose={() => setOpen(null)}
          onDone={(result) => {
            toast.success(sentWords(result))
            setOpen(null)
            open.onDone()
          }}
        />
      ) : null}
    </OwnDialogsProvider>
  )
}
