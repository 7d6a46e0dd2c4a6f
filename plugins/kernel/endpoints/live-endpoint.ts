import type { Endpoint } from 'payload'

import { actorOf } from '../commands/actor-of'
import { refuseRight } from '../domain/result'
import { hearEvents } from '../events/hear-events'
import type { KernelOptions } from '../options'
import { respondFailure } from './respond'

/** `GET /api/live`: the names of committed events as they happen, for open boards of staff. */
export const liveEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/live',
  method: 'get',
  handler: (req) => {
    if (actorOf(req).kind !== 'staff') return respondFailure({ failure: refuseRight().failure })
    const encoder = new TextEncoder()
    let stop: () => void = () => undefined
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        // A browser that leaves both cancels the stream and aborts the request, in either order, and
        // what is heard meanwhile finds nobody.
        let isOpen = true
        const send = (text: string) => {
          if (isOpen) controller.enqueue(encoder.encode(text))
        }
        send(': open\n\n')
        const unsubscribe = hearEvents({
          payload: req.payload,
          databaseUrl: options.databaseUrl,
          hear: (message) => send(`data: ${message}\n\n`),
        })
        const keepAlive = setInterval(() => send(': still here\n\n'), 20_000)
        stop = () => {
          isOpen = false
          clearInterval(keepAlive)
          unsubscribe()
        }
        const leave = () => {
          if (!isOpen) return
          stop()
          controller.close()
        }
        req.signal?.addEventListener('abort', leave, { once: true })
        if (req.signal?.aborted) leave()
      },
      cancel: () => stop(),
    })
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      },
    })
  },
})
