import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { refuseInput, refuseRight } from '../domain/result'
import { hearEvents } from '../events/hear-events'
import type { KernelOptions } from '../options'
import { eventsSince } from '../queries/events-since'
import { respondFailure } from './respond'

/**
 * `GET /api/live?ageMs=…`: the names of committed events as they happen, for open boards of staff.
 * With the age of the page first those since it was asked for. The event `ready` tells from when on
 * nothing is missed; a stream that could miss something ends, and the browser comes again.
 */
export const liveEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/live',
  method: 'get',
  handler: (req) => {
    if (actorOf(req).kind !== 'staff') return respondFailure({ failure: refuseRight().failure })
    const age = ageSchema.safeParse(req.searchParams.get('ageMs') ?? '0')
    if (!age.success)
      return respondFailure({
        failure: refuseInput({ ageMs: 'Give whole milliseconds from 0 to 60000.' }).failure,
      })
    return new Response(liveStream({ req, options, ageMs: age.data }), {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      },
    })
  },
})

const ageSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(60_000))

const liveStream = ({
  req,
  options,
  ageMs,
}: {
  req: PayloadRequest
  options: KernelOptions
  ageMs: number
}): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let stop: () => void = () => undefined
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      // A browser that leaves both cancels the stream and aborts the request, in either order, and
      // what is heard meanwhile finds nobody.
      let isOpen = true
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text))
      }
      const leave = () => {
        if (!isOpen) return
        stop()
        controller.close()
      }
      const catchUp = async () => {
        if (ageMs > 0)
          for (const message of await eventsSince({ payload: req.payload, ageMs }))
            send(`data: ${message}\n\n`)
        send('event: ready\ndata: {}\n\n')
      }
      send(': open\n\n')
      const unsubscribe = hearEvents({
        payload: req.payload,
        databaseUrl: options.databaseUrl,
        ear: {
          hear: (message) => send(`data: ${message}\n\n`),
          begin: () => {
            catchUp().catch((error: unknown) => {
              req.payload.logger.warn({ err: error, msg: 'A live stream could not catch up' })
              leave()
            })
          },
          lose: leave,
        },
      })
      const keepAlive = setInterval(() => send(': still here\n\n'), 20_000)
      stop = () => {
        isOpen = false
        clearInterval(keepAlive)
        unsubscribe()
      }
      req.signal?.addEventListener('abort', leave, { once: true })
      if (req.signal?.aborted) leave()
    },
    cancel: () => stop(),
  })
}
