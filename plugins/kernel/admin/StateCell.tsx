'use client'

import type { DefaultCellComponentProps } from 'payload'

import { StatePill, statesIn } from './StatePill'

export const StateCell = ({ cellData, field }: DefaultCellComponentProps) => (
  <StatePill states={statesIn(field.admin?.custom)} value={cellData} />
)
