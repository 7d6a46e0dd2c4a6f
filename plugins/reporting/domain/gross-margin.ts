/** What a client is billed and a worker is paid for the same approved hours, in minor units. */
export type BilledAndPaid = { billMinor: number; payMinor: number }

export type GrossMargin = {
  marginMinor: number
  /** Share of the bill in basis points, half away from zero; null when nothing was billed. */
  marginBp: number | null
}

/**
 * Bill − pay of approved lines, before the employer's own burden (taxes, insurance), which the
 * payroll provider knows and this system does not.
 */
export const grossMarginOf = ({ billMinor, payMinor }: BilledAndPaid): GrossMargin => {
  const marginMinor = billMinor - payMinor
  return {
    marginMinor,
    marginBp: billMinor === 0 ? null : roundedShare({ part: marginMinor, whole: billMinor }),
  }
}

const roundedShare = ({ part, whole }: { part: number; whole: number }): number => {
  const numerator = BigInt(part) * 10_000n * 2n + BigInt(Math.sign(part) * Math.abs(whole))
  return Number(numerator / (BigInt(Math.abs(whole)) * 2n))
}
