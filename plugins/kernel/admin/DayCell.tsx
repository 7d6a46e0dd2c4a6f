'use client'

import { DefaultCell, useAuth } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { formatDay, isDay } from '#plugins/kernel/domain'

/** A stored day, `2026-11-09`, as the reader writes it. A day has no zone, so it never shifts. */
export const DayCell = (props: DefaultCellComponentProps) => {
  const { user } = useAuth<{ locale?: string }>()
  const { cellData } = props
  if (typeof cellData !== 'string' || !isDay(cellData)) return <span>–</span>
  const text = formatDay({ day: cellData, locale: user?.locale ?? 'en-US' })
  return (
    <span className="pwa-nowrap">
      {/* Payload's own cell knows where the first column leads. */}
      <DefaultCell {...props} cellData={text} />
    </span>
  )
}
