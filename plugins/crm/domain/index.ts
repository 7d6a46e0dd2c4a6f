export { candidateWorkflow, type CandidateState } from './candidate-workflow'
export { credentialWorkflow, type CredentialState } from './credential-workflow'
