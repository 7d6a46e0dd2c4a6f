import type { StaffActor } from '#plugins/kernel/admin/server'
import type { BoardRights } from './board-types'

export const rightsOf = ({ permissions }: StaffActor): BoardRights => ({
  mayMove: permissions.has('pipeline.write'),
  mayPlace: permissions.has('placements.write'),
  mayPool: permissions.has('candidates.write'),
  seesRates: permissions.has('rates.read'),
})
