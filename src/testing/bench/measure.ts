export type Workload = {
  name: string
  /** The product's way; returns what it found, to be compared. */
  product: () => Promise<unknown>
  /** The shortest SQL for the same answer. */
  anchor: () => Promise<unknown>
  /** Whether the two answers agree; absent for writes, which are checked by `after`. */
  agree?: (answers: { product: unknown; anchor: unknown }) => boolean
  after?: () => Promise<boolean>
}

export type Measurement = {
  name: string
  productMs: number
  anchorMs: number
  ratio: number
  p95Ms: number
}

const rounds = 5
const callsPerRound = 8

/** Product and anchor by turns (ABBA), medians of all calls; throws when their answers differ. */
export const measure = async (workload: Workload): Promise<Measurement> => {
  const product: number[] = []
  const anchor: number[] = []
  await workload.product()
  await workload.anchor()
  for (let round = 0; round < rounds; round += 1) {
    const turn = async (which: 'product' | 'anchor') => {
      for (let call = 0; call < callsPerRound; call += 1) {
        const begin = performance.now()
        await workload[which]()
        ;(which === 'product' ? product : anchor).push(performance.now() - begin)
      }
    }
    for (const which of round % 2 === 0
      ? (['product', 'anchor'] as const)
      : (['anchor', 'product'] as const))
      await turn(which)
  }
  if (workload.agree) {
    const answers = { product: await workload.product(), anchor: await workload.anchor() }
    if (!workload.agree(answers))
      throw new Error(
        `${workload.name}: the answers differ, so the run is void.\n${JSON.stringify(answers).slice(0, 2_000)}`,
      )
  }
  if (workload.after && !(await workload.after()))
    throw new Error(`${workload.name}: what was written is not what was asked for.`)
  return {
    name: workload.name,
    productMs: quantile(product, 0.5),
    anchorMs: quantile(anchor, 0.5),
    ratio: quantile(product, 0.5) / quantile(anchor, 0.5),
    p95Ms: quantile(product, 0.95),
  }
}

const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}
