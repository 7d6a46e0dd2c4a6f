'use client'

import { useRowLabel } from '@payloadcms/ui'

import { openSpansOf, weekdayNames } from '../domain/opening-hours'

/** A span of the opening hours by its day and times, while it is folded. */
export const HoursRowLabel = () => {
  const { data, rowNumber } = useRowLabel<unknown>()
  const [span] = openSpansOf([data])
  return (
    <span>
      {span
        ? `${weekdayNames[span.weekday]}, ${span.opensAt}–${span.closesAt}`
        : `Span ${(rowNumber ?? 0) + 1}`}
    </span>
  )
}
