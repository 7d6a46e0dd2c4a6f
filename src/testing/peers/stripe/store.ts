import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type Stripe from 'stripe'
import { z } from 'zod'
import type { WireEvent } from './objects'

export type SavedAnswer = {
  key: string
  endpoint: string
  paramsHash: string
  status: number
  body: string
  requestId: string
}

/** What a session was asked to put on the payment intent it makes when somebody pays. */
export type IntentPlan = { metadata: Stripe.Metadata; description: string | null; title: string }

export type PeerStore = {
  sessions: Map<string, Stripe.Checkout.Session>
  plans: Map<string, IntentPlan>
  intents: Map<string, Stripe.PaymentIntent>
  refunds: Map<string, Stripe.Refund>
  answers: Map<string, SavedAnswer>
  unsent: Map<string, WireEvent>
  secretKey: string
  /** Writes everything to the state file, so that a killed peer continues where it was. */
  save: () => void
}

/** Opens the state in `statePath`, or an empty one; without a path the state lives in memory. */
export const openStore = ({
  statePath,
  secretKey,
}: {
  statePath: string | undefined
  secretKey: string
}): PeerStore => {
  const saved = statePath === undefined ? undefined : readState(statePath)
  const store: PeerStore = {
    sessions: new Map(saved?.sessions),
    plans: new Map(saved?.plans),
    intents: new Map(saved?.intents),
    refunds: new Map(saved?.refunds),
    answers: new Map(saved?.answers),
    unsent: new Map(saved?.unsent),
    secretKey: saved?.secretKey ?? secretKey,
    save: () => {
      if (statePath !== undefined) writeState({ statePath, store })
    },
  }
  return store
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null
const table = <Row>() => z.array(z.tuple([z.string(), z.custom<Row>(isRecord)]))

const stateFile = z.object({
  secretKey: z.string(),
  sessions: table<Stripe.Checkout.Session>(),
  plans: table<IntentPlan>(),
  intents: table<Stripe.PaymentIntent>(),
  refunds: table<Stripe.Refund>(),
  answers: table<SavedAnswer>(),
  unsent: table<WireEvent>(),
})

const readState = (statePath: string) => {
  const text = readIfThere(statePath)
  return text === undefined ? undefined : stateFile.parse(JSON.parse(text))
}

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const writeState = ({ statePath, store }: { statePath: string; store: PeerStore }) => {
  const state: z.infer<typeof stateFile> = {
    secretKey: store.secretKey,
    sessions: [...store.sessions],
    plans: [...store.plans],
    intents: [...store.intents],
    refunds: [...store.refunds],
    answers: [...store.answers],
    unsent: [...store.unsent],
  }
  writeFileSync(`${statePath}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${statePath}.new`, statePath)
}
