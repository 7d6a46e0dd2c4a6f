'use client'

import type { DefaultCellComponentProps } from 'payload'

/** Several words as words, not as the array they are stored in. */
export const ListCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{Array.isArray(cellData) && cellData.length > 0 ? cellData.join(', ') : '–'}</span>
)
