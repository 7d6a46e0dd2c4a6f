'use client'

import { useRouter } from 'next/navigation'

import { useLiveEvents } from '#plugins/kernel/admin'

/** Reads the page again when something happens to one of its orders or to the stages, whoever did it. */
export const LiveOrders = ({ orderIds }: { orderIds: readonly string[] }) => {
  const router = useRouter()
  useLiveEvents({
    concerns: (event) =>
      event.subject.kind === 'stage' ||
      (event.orderId !== null && orderIds.includes(event.orderId)) ||
      orderIds.includes(event.subject.id),
    onChange: () => router.refresh(),
  })
  return null
}
