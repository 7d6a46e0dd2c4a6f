import type pg from 'pg'

import type { Rest } from './rest'
import { abba, ratioOf, summaryOf, type Side, type Summary } from './statistics'

export type Bench = {
  rest: Rest
  /** The connection of the raw side. */
  db: pg.Client
  /** As many connections as a process of the product has, for work that many do at once. */
  pool: pg.Pool
  /** How often each side is called, warm-up included. */
  turns: number
}

/** The same piece of work done by the product through REST and by SQL written by hand. */
export type Workload = {
  name: string
  /** What is called, for the table of results. */
  call: string
  /** One call each; `turn` counts the calls of that side. */
  product: (turn: number) => Promise<unknown>
  raw: (turn: number) => Promise<unknown>
  /** What the two sides answered or wrote differently, in words; nothing when they agree. */
  differences: () => Promise<string[]>
  /** What the product is to keep; none where the line is there to be compared with. */
  target?: Target
  /** Calls of a side before it is the other's turn. */
  perBatch?: number
  /** How many call at once; one where it is left out. */
  clients?: number
}

/** The most that is allowed; what is left out is not demanded. */
export type Target = {
  /** Of the product's calls, 95 in 100 end within these milliseconds. */
  p95Ms?: number
  /** Times the work by hand, what HTTP costs taken off. */
  ratio?: number
  /** Times the whole call of the other side, where both come by HTTP. */
  wholeRatio?: number
}

export type Measured = {
  name: string
  call: string
  product: Summary
  raw: Summary
  ratio: number
  differences: string[]
  target: Target | null
}

const callsPerBatch = 10
const warmUps = 10

/** How often each side of a workload is called in so many rounds. */
export const turnsIn = (rounds: number): number => warmUps + rounds * 2 * callsPerBatch

/**
 * Measures both sides of every workload in turns on the same machine and data, round by round, so that
 * a busy minute weighs on all of them; then proves that the two sides did the same.
 */
export const measureAll = async ({
  workloads,
  rounds,
  onRound,
}: {
  workloads: readonly Workload[]
  rounds: number
  onRound: (round: number) => void
}): Promise<Measured[]> => {
  const runs = workloads.map(startRun)
  for (const run of runs) await run.warmUp()
  for (let round = 1; round <= rounds; round += 1) {
    onRound(round)
    for (const run of runs) await run.round()
  }
  const results: Measured[] = []
  for (const run of runs) results.push(await run.result())
  return results
}

const startRun = (workload: Workload) => {
  const samples: Record<Side, number[]> = { product: [], raw: [] }
  const turns: Record<Side, number> = { product: 0, raw: 0 }
  const { clients = 1, perBatch = callsPerBatch } = workload
  const call = async (side: Side): Promise<number> => {
    const turn = turns[side]
    turns[side] += 1
    const began = performance.now()
    await workload[side](turn)
    return performance.now() - began
  }
  const batch = async (side: Side): Promise<void> => {
    let left = perBatch
    const client = async () => {
      while (left > 0) {
        left -= 1
        samples[side].push(await call(side))
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
  }
  return {
    warmUp: async () => {
      for (let turn = 0; turn < Math.min(warmUps, perBatch); turn += 1) {
        await call('product')
        await call('raw')
      }
    },
    round: async () => {
      for (const side of abba) await batch(side)
    },
    result: async (): Promise<Measured> => {
      const product = summaryOf(samples.product)
      const raw = summaryOf(samples.raw)
      return {
        name: workload.name,
        call: workload.call,
        product,
        raw,
        ratio: ratioOf({ product, raw }),
        differences: await workload.differences(),
        target: workload.target ?? null,
      }
    },
  }
}
