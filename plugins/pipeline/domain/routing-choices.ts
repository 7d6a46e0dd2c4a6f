import { optionsOf } from '#plugins/kernel/domain'
import type { RoutingWay } from './routing'

export const routingWayLabels: Record<RoutingWay, string> = {
  named: 'The first of them who is there',
  least_busy: 'Whoever has the fewest open orders',
  in_turn: 'Each in turn',
}

export const routingWayOptions = optionsOf(routingWayLabels)
