'use client'

import type { DefaultCellComponentProps } from 'payload'

/** A colour as a colour, with its code beside it. */
export const ColourCell = ({ cellData }: DefaultCellComponentProps) =>
  typeof cellData === 'string' && cellData ? (
    <span className="pwa-colour">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect width="16" height="16" rx="4" fill={cellData} />
      </svg>
      {cellData}
    </span>
  ) : (
    <span>–</span>
  )
