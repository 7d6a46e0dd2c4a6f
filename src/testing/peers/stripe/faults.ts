export type FaultModes = {
  /** How many of the next API requests lose their connection before anything happened. */
  cutBefore: number
  /** How many of the next writing API requests are carried out, and then lose the answer. */
  cutAfter: number
  /** Answers the next requests with this status, before anything happened. */
  failWith: { status: number; times: number }
  /** Time each API request takes. */
  latencyMs: number
}

export type Fault = 'cut-before' | 'cut-after' | { failWith: number } | null

/** Counts down the faults that a test ordered. */
export const openFaults = () => {
  let modes: FaultModes = {
    cutBefore: 0,
    cutAfter: 0,
    failWith: { status: 500, times: 0 },
    latencyMs: 0,
  }
  return {
    set: (changes: Partial<FaultModes>) => {
      modes = { ...modes, ...changes }
    },
    latencyMs: () => modes.latencyMs,
    next: ({ writes }: { writes: boolean }): Fault => {
      if (modes.cutBefore > 0) {
        modes.cutBefore -= 1
        return 'cut-before'
      }
      if (modes.failWith.times > 0) {
        modes.failWith = { ...modes.failWith, times: modes.failWith.times - 1 }
        return { failWith: modes.failWith.status }
      }
      if (writes && modes.cutAfter > 0) {
        modes.cutAfter -= 1
        return 'cut-after'
      }
      return null
    },
  }
}
