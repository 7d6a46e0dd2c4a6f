'use client'

import type { DefaultCellComponentProps } from 'payload'

import { LabelChip } from './LabelChip'
import { idsIn, useLabels } from './use-labels'

/** The labels of a record in a list. */
export const LabelsCell = ({ cellData }: DefaultCellComponentProps) => {
  const { labels } = useLabels()
  const ids = idsIn(cellData)
  if (ids.length === 0) return <span>–</span>
  if (!labels) return <span>{ids.length === 1 ? 'one label' : `${ids.length} labels`}</span>
  return (
    <span className="pwa-labels">
      {labels
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, colour }) => (
          <LabelChip key={id} name={name} colour={colour} />
        ))}
    </span>
  )
}
