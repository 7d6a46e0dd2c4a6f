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
import { findOrCreateCandidate } from './commands/find-or-create-candidate'
import { grantPortalAccess } from './commands/grant-portal-access'
import { recordConsent } from './commands/record-consent'
import { requestPortalLink } from './commands/request-portal-link'
import { personalData } from './database/personal-data'
import { candidateWorkflow } from './domain/candidate-workflow'
import { credentialWorkflow } from './domain/credential-workflow'
import { answerPortalLinkJob } from './jobs/answer-portal-link'
import { extractDocumentTextJob } from './jobs/extract-document-text'
import { sweepDocumentFilesJob } from './jobs/sweep-document-files'
import { readDocument } from './queries/read-document'
import { letCandidateIn } from './reactions/let-candidate-in'
import { readNewDocuments } from './reactions/read-new-documents'

export { privateFileHeaders } from './access/document-file'
export { addClient, addContact, addWorkLocation, type NewWorkLocation } from './commands/add-client'
export { findOrCreateCandidate } from './commands/find-or-create-candidate'
export { grantPortalAccess } from './commands/grant-portal-access'
export { matchCandidate, type MatchedCandidate } from './commands/match-candidate'
export { putCandidateInProcess } from './commands/put-candidate-in-process'
export { keepConsent, recordConsent } from './commands/record-consent'
export { requestPortalLink } from './commands/request-portal-link'
export { storeDocument } from './commands/store-document'
export { personInput } from './domain/person-input'
export { documentForPerson, documentsOfPerson } from './queries/document-for-person'
export { knownContact } from './queries/known-contact'
export { readDocument } from './queries/read-document'

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
        personalData,
        settings: [
          {
            area: 'work',
            label: 'Work locations',
            text: 'Where people work: address, time zone and whose labour law holds.',
            path: '/collections/work-locations',
            permission: 'orders.write',
          },
          {
            area: 'work',
            label: 'Credential types',
            text: 'Licences and certificates that orders may ask for, and how long they hold.',
            path: '/collections/credential-types',
            permission: 'settings.write',
          },
        ],
        workflows: [candidateWorkflow, credentialWorkflow],
        events: [
          {
            name: 'candidate.differing-data-received',
            summary:
              'Somebody recognised as a known candidate gave other data; nothing was changed',
          },
          { name: 'portal-access.requested', summary: 'A candidate asked for their first login' },
          { name: 'portal-access.granted', summary: 'A person was given a login to the portal' },
        ],
        commands: [findOrCreateCandidate, recordConsent, grantPortalAccess, requestPortalLink],
        reactions: [readNewDocuments, letCandidateIn],
        jobs: [answerPortalLinkJob, extractDocumentTextJob, sweepDocumentFilesJob],
        readDocument,
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
