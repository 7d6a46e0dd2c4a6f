import { z } from 'zod'
import type { TraceStep } from './trace'

const kinds: Record<TraceStep['kind'], true> = {
  worked: true,
  'regular-rate': true,
  differential: true,
  bonus: true,
  'not-worked': true,
  'break-premium': true,
  'overtime-billing': true,
  'overtime-absorbed': true,
  amount: true,
  reversal: true,
}

/** A trace as it was stored by the evaluation, which alone writes it. */
export const storedTrace = z.array(
  z.custom<TraceStep>(
    (step) =>
      typeof step === 'object' &&
      step !== null &&
      Object.hasOwn(kinds, String(Reflect.get(step, 'kind'))),
    'This is no step of a reckoning.',
  ),
)
