'use client'

import type { DefaultCellComponentProps } from 'payload'

import { standingOf, standingWords } from '../domain/standing'
import { Pill } from './brand'

/** Where a colleague stands, in the list. */
export const StandingCell = ({ rowData }: DefaultCellComponentProps) => {
  const { label, tone } = standingWords[standingOf(rowData)]
  return <Pill tone={tone} label={label} />
}
