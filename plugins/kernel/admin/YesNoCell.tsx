'use client'

import type { DefaultCellComponentProps } from 'payload'

/** Yes or a dash: a column of noes would hide the few that matter. */
export const YesNoCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{cellData === true ? 'Yes' : '–'}</span>
)
