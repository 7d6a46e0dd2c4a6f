'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { incomingFiles } from '../domain/incoming-files'
import { FileList } from './FileList'

/** The files of a mail that came in, each to be looked at where documents are. */
export const FilesField: JSONFieldClientComponent = ({ path }) => {
  const { value } = useField<unknown>({ path })
  const files = incomingFiles(value)
  return files.length === 0 ? null : (
    <div className="field-type">
      <p className="pwa-field__label">Files</p>
      <FileList files={files} />
    </div>
  )
}
