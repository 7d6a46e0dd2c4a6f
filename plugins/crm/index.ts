import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { Candidates } from './collections/candidates'
import { ClientContacts } from './collections/client-contacts'
import { ClientCorporations } from './collections/client-corporations'
import { Consents } from './collections/consents'
import { CredentialTypes } from './collections/credential-types'
import { Credentials } from './collections/credentials'
import { documents } from './collections/documents'
import { withPeople } from './collections/portal-people'
import { RateCards } from './collections/rate-cards'
import { WorkLocations } from './collections/work-locations'
import { candidateWorkflow } from './domain/candidate-workflow'
import { credentialWorkflow } from './domain/credential-workflow'

/** Whom the agency knows: clients, their people, candidates, and the papers of all of them. */
export const crmPlugin =
  ({ dataDir }: { dataDir: string }): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [
          ...(config.collections ?? []).map(withPeople),
          ClientCorporations,
          ClientContacts,
          WorkLocations,
          RateCards,
          Candidates,
          Consents,
          documents({ dataDir }),
          CredentialTypes,
          Credentials,
        ],
      },
      contribution: {
        plugin: 'crm',
        workflows: [candidateWorkflow, credentialWorkflow],
        subjects: {
          client: { collection: 'client-corporations', label: 'Client' },
          'client-contact': { collection: 'client-contacts', label: 'Client contact' },
          candidate: { collection: 'candidates', label: 'Candidate' },
          consent: { collection: 'consents', label: 'Consent' },
          'work-location': { collection: 'work-locations', label: 'Work location' },
          document: { collection: 'documents', label: 'Document' },
          credential: { collection: 'credentials', label: 'Credential' },
          'credential-type': { collection: 'credential-types', label: 'Credential type' },
          'rate-card': { collection: 'rate-cards', label: 'Rate card' },
        },
      },
    })
