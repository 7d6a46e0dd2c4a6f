import type { PayloadRequest } from 'payload'

import type { DistanceUnit } from '../domain/search/filter'
import { homeCountry } from './home-country'

/** How distances are said where the agency is at home. */
export const usualUnit = async (req: PayloadRequest): Promise<DistanceUnit> =>
  ['US', 'GB', 'LR', 'MM'].includes(await homeCountry(req)) ? 'mi' : 'km'
