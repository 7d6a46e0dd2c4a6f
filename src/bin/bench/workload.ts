import type pg from 'pg'

import type { Rest } from './rest'
import { abba, ratioOf, summaryOf, type Side, type Summary } from './statistics'

export type Bench = {
  rest: Rest
  /** The connection of the raw side. */
  db: pg.Client
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
}

export type Measured = {
  name: string
  call: string
  product: Summary
  raw: Summary
  ratio: number
  differences: string[]
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
  const call = async (side: Side): Promise<number> => {
    const began = performance.now()
    await workload[side](turns[side])
    turns[side] += 1
    return performance.now() - began
  }
  return {
    warmUp: async () => {
      for (let turn = 0; turn < warmUps; turn += 1) {
        await call('product')
        await call('raw')
      }
    },
    round: async () => {
      for (const side of abba)
        for (let turn = 0; turn < callsPerBatch; turn += 1) samples[side].push(await call(side))
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
      }
    },
  }
}
