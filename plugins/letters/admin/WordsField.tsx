'use client'

import { useField } from '@payloadcms/ui'
import type { TextareaFieldClientComponent } from 'payload'

import './letters.css'

/** What somebody wrote, to be read and not to be changed. */
export const WordsField: TextareaFieldClientComponent = ({ path }) => {
  const { value } = useField<string | null>({ path })
  return (
    <div className="field-type">
      <p className="pwa-letter__paper pwa-letter__text">{value || 'No text.'}</p>
    </div>
  )
}
