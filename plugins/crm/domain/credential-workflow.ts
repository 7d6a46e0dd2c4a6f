import { defineWorkflow } from '#plugins/kernel/domain'

export type CredentialState = 'missing' | 'submitted' | 'verified' | 'expired' | 'waived'

const byRecruiter = { permission: 'candidates.write' } as const

/** A licence or certificate of a person, from being asked for to being out of date. */
export const credentialWorkflow = defineWorkflow<CredentialState>({
  name: 'Credential',
  collection: 'credentials',
  initial: 'missing',
  states: {
    missing: {
      label: 'Missing',
      tone: 'warn',
      next: {
        submitted: { event: 'credential.submitted', ...byRecruiter },
        verified: { event: 'credential.verified', ...byRecruiter },
        waived: { event: 'credential.waived', needsReason: true },
      },
    },
    submitted: {
      label: 'Submitted',
      tone: 'info',
      next: {
        missing: { event: 'credential.returned', ...byRecruiter },
        verified: { event: 'credential.verified', ...byRecruiter },
        waived: { event: 'credential.waived', needsReason: true },
      },
    },
    verified: {
      label: 'Verified',
      tone: 'good',
      next: { expired: { event: 'credential.expired', ...byRecruiter } },
    },
    expired: {
      label: 'Expired',
      tone: 'bad',
      next: {
        submitted: { event: 'credential.submitted', ...byRecruiter },
        verified: { event: 'credential.verified', ...byRecruiter },
        waived: { event: 'credential.waived', needsReason: true },
      },
    },
    waived: {
      label: 'Waived',
      tone: 'neutral',
      next: { missing: { event: 'credential.required', ...byRecruiter } },
    },
  },
})
