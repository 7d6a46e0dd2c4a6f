import { daysBetween, type Day } from '#plugins/kernel/domain'

/** Calendar days since an order was received, in the steps by which agencies judge it. */
export const ageBuckets = ['0–7', '8–14', '15–30', '31–60', '60+'] as const

export type AgeBucket = (typeof ageBuckets)[number]

const lastDayOf: readonly (readonly [AgeBucket, number])[] = [
  ['0–7', 7],
  ['8–14', 14],
  ['15–30', 30],
  ['31–60', 60],
]

/** The bucket of an order that was received on `receivedOn`, as of `today`. */
export const ageBucketOf = ({ receivedOn, today }: { receivedOn: Day; today: Day }): AgeBucket => {
  const days = daysBetween({ from: receivedOn, to: today })
  return lastDayOf.find(([, last]) => days <= last)?.[0] ?? '60+'
}
