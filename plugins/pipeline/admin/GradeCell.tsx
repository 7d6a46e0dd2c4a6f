'use client'

import type { DefaultCellComponentProps } from 'payload'

import { isGrade } from '../domain/qualification-choices'
import { GradeChip } from './GradeChip'

export const GradeCell = ({ cellData }: DefaultCellComponentProps) =>
  isGrade(cellData) ? <GradeChip grade={cellData} /> : <span aria-label="Not graded">–</span>
