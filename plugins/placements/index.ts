import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { PlacementTerms } from './collections/placement-terms'
import { Placements } from './collections/placements'
import { ReadinessItems } from './collections/readiness-items'
import { placementWorkflow } from './domain/placement-workflow'
import { readinessWorkflow } from './domain/readiness-workflow'

/** Filled openings: who works where on which terms, from confirmation to the last day. */
export const placementsPlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [
        ...(config.collections ?? []),
        Placements,
        PlacementTerms,
        ReadinessItems,
      ],
    },
    contribution: {
      plugin: 'placements',
      workflows: [placementWorkflow, readinessWorkflow],
      subjects: {
        placement: { collection: 'placements', label: 'Placement' },
        'placement-terms': { collection: 'placement-terms', label: 'Terms' },
        'readiness-item': { collection: 'readiness-items', label: 'Readiness item' },
      },
    },
  })
