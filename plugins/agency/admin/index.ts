export * from './brand'
export { labelAction } from './label-action'
export { useLabels } from './use-labels'
