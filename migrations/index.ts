import * as m0 from './20261122_000000_collections'
import * as m1 from './20261122_000100_ground'
import * as m2 from './20261122_000200_rules'

export const migrations = [
  { up: m0.up, down: m0.down, name: '20261122_000000_collections' },
  { up: m1.up, down: m1.down, name: '20261122_000100_ground' },
  { up: m2.up, down: m2.down, name: '20261122_000200_rules' },
]
