'use client'

import { useAuth } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { formatAmount } from './format-amount'

/** Money in the reader's own writing; a share with its sign. */
export const AmountCell = ({ cellData, field, rowData }: DefaultCellComponentProps) => {
  const { user } = useAuth<{ locale?: string }>()
  if (typeof cellData !== 'number') return <span>–</span>
  const custom = field.admin?.custom
  const currency: unknown = Reflect.get(rowData ?? {}, 'currency')
  return (
    <span className="pwa-number">
      {formatAmount({
        value: cellData,
        custom,
        currency,
        locale: user?.locale ?? 'en-US',
      })}
    </span>
  )
}
