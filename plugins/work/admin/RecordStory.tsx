'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'

import { Story, usePermissions } from '#plugins/kernel/admin'
import { NoteActs } from './NoteActs'
import { NoteComposer } from './NoteComposer'

/** The timeline beside a record, with something to write notes and log calls with. */
export const RecordStory: UIFieldClientComponent = ({ field }) => {
  const { id } = useDocumentInfo()
  const may = usePermissions()
  const kind: unknown = field.admin?.custom?.subject
  if (id === undefined || typeof kind !== 'string') return null
  const about = { kind, id: String(id) }
  return may('activity.write') ? (
    <Story key={about.id} {...about} composer={NoteComposer} acts={NoteActs} />
  ) : (
    <Story key={about.id} {...about} />
  )
}
