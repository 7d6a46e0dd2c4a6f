export { letterFields, type LetterReader } from './letter-fields'
export { incomingWorkflow } from './incoming-workflow'
export { mailingWorkflow } from './mailing-workflow'
