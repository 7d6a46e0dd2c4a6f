import type { CollectionBeforeChangeHook } from 'payload'

/** A holiday without a day off of its own is off on the day itself. */
export const deriveObservedDay: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  observedOn: data.observedOn || (data.dayOn ?? originalDoc?.dayOn),
})
