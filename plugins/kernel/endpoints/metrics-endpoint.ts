import { createHash, timingSafeEqual } from 'node:crypto'
import type { Endpoint } from 'payload'

import { prometheusText } from '../domain/prometheus-text'
import { refuseMissing } from '../domain/result'
import { clientAddressOf, networkOf } from '../limits/client-address'
import type { KernelOptions } from '../options'
import { metricFamilies } from '../queries/metric-families'
import { respondFailure } from './respond'

/**
 * `GET /api/metrics` for a monitor: with METRICS_TOKEN only for whoever sends it, without only for
 * callers on this machine. For everybody else there is nothing here.
 */
export const metricsEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/metrics',
  method: 'get',
  handler: async (req) => {
    if (!mayScrape({ headers: req.headers, options }))
      return options.metricsToken
        ? new Response('The token of the monitor is missing or wrong.\n', {
            status: 401,
            headers: { 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' },
          })
        : respondFailure({ failure: refuseMissing('page').failure })
    const families = await metricFamilies({ payload: req.payload, version: options.version })
    return new Response(prometheusText(families), {
      headers: {
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    })
  },
})

const mayScrape = ({
  headers,
  options: { metricsToken, trustedHops },
}: {
  headers: Headers
  options: KernelOptions
}): boolean => {
  if (metricsToken) {
    const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''
    return timingSafeEqual(digest(given), digest(metricsToken))
  }
  // A proxy on this machine would make everybody a neighbour: it names who asked, in one of these.
  if (foreignProxy.some((name) => headers.has(name))) return false
  // Next itself puts the caller into this one when no proxy has.
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').filter((hop) => hop.trim() !== '')
  return [...hops, clientAddressOf({ headers, trustedHops })].every((hop) =>
    isLoopback(networkOf(hop.trim())),
  )
}

const foreignProxy = ['forwarded', 'x-real-ip', 'via']

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** 127.0.0.0/8, or ::1 as the half of it that limits are counted by. */
const isLoopback = (address: string): boolean =>
  address.startsWith('127.') || address === '0:0:0:0::/64'
