'use client'

import type { DefaultCellComponentProps } from 'payload'

import { formatMinutes } from '#plugins/kernel/domain'

/** Stored minutes as hours and minutes: 2,250 is 37:30. */
export const MinutesCell = ({ cellData }: DefaultCellComponentProps) => (
  <span className="pwa-number">{typeof cellData === 'number' ? formatMinutes(cellData) : '–'}</span>
)
