/** A series of numbers: one per legal entity, document type and year (EU Art. 226(2)). */
export type NumberSeries = { prefix: string; year: number; digits: number }

/** The number as printed: INV-2026-000123. Throws a RangeError for a number below one. */
export const documentNumber = ({
  series: { prefix, year, digits },
  sequence,
}: {
  series: NumberSeries
  sequence: number
}): string => {
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`${sequence} is no number of a series`)
  }
  return `${prefix}-${year}-${String(sequence).padStart(digits, '0')}`
}
