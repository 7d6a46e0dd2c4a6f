'use client'

import { useFormFields } from '@payloadcms/ui'

import { useState } from 'react'

import { documentNumber } from '../domain/document-number'

/** How the next numbers will look, while prefix and digits are typed. */
export const NumberPreview = () => {
  const [prefix, digits] = useFormFields(([fields]) => [
    fields.invoicePrefix?.value,
    fields.invoiceNumberDigits?.value,
  ])
  const [year] = useState(() => new Date().getFullYear())
  if (typeof prefix !== 'string' || !/^[A-Z]{1,6}$/.test(prefix)) return null
  const width = Math.min(9, Math.max(1, Number(digits) || 1))
  const shown = (of: string) =>
    documentNumber({ series: { prefix: of, year, digits: width }, sequence: 1 })
  return (
    <p className="field-type pwa-number-preview" aria-live="polite">
      Invoices look like <strong>{shown(prefix)}</strong>, credit notes like{' '}
      <strong>{shown(`${prefix}-CN`)}</strong>. Each year begins at one; no number is left out.
    </p>
  )
}
