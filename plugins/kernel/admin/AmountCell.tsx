'use client'

import type { DefaultCellComponentProps } from 'payload'

import { formatScaled } from './scaled'

export const AmountCell = ({ cellData, field, rowData }: DefaultCellComponentProps) => {
  if (typeof cellData !== 'number') return <span>–</span>
  const custom = field.admin?.custom
  const suffix: unknown = custom?.suffix
  const unit: unknown = typeof suffix === 'string' ? suffix : Reflect.get(rowData ?? {}, 'currency')
  return (
    <span className="pwa-number">
      {formatScaled({ value: cellData, scale: Number(custom?.scale ?? 2) })}
      {typeof unit === 'string' ? ` ${unit}` : ''}
    </span>
  )
}
