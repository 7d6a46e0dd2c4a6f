import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { CandidateEeo } from './collections/candidate-eeo'
import { CandidatePayroll } from './collections/candidate-payroll'
import { CandidateReferences } from './collections/candidate-references'
import { CandidateWorkRights } from './collections/candidate-work-rights'
import { CandidateMerges } from './collections/candidate-merges'
import { Candidates } from './collections/candidates'
import { ClientBlocks } from './collections/client-blocks'
import { ClientContacts } from './collections/client-contacts'
import { ClientCorporations } from './collections/client-corporations'
import { Consents } from './collections/consents'
import { CredentialTypes } from './collections/credential-types'
import { Credentials } from './collections/credentials'
import { CvDrafts } from './collections/cv-drafts'
import { documents } from './collections/documents'
import { Erasures } from './collections/erasures'
import { Imports } from './collections/imports'
import { DataArchives } from './collections/data-archives'
import { LegalHolds } from './collections/legal-holds'
import { followingMerges } from './collections/following-merges'
import { PoolMemberships } from './collections/pool-memberships'
import { withPeople } from './collections/portal-people'
import { RateCards } from './collections/rate-cards'
import { LegalTexts } from './collections/legal-texts'
import { RetentionRules } from './collections/retention-rules'
import { Places } from './collections/places'
import { SavedSearches } from './collections/saved-searches'
import { Skills } from './collections/skills'
import { TalentPools } from './collections/talent-pools'
import { WorkLocations } from './collections/work-locations'
import { answerToStay } from './commands/answer-to-stay'
import { blockForClient } from './commands/block-for-client'
import { endClientBlock } from './commands/end-client-block'
import { decideImport } from './commands/decide-import'
import { acceptCvDraft } from './commands/accept-cv-draft'
import { addCv } from './commands/add-cv'
import { discardCvDraft } from './commands/discard-cv-draft'
import { dismissDuplicate, recallDuplicate } from './commands/dismiss-duplicate'
import { ensureLegalTexts } from './commands/ensure-legal-texts'
import { ensureRetentionRules } from './commands/ensure-retention-rules'
import { ensurePlaces } from './commands/ensure-places'
import { ensureSkills } from './commands/ensure-skills'
import { erasePerson } from './commands/erase-person'
import { findOrCreateCandidate } from './commands/find-or-create-candidate'
import { grantPortalAccess } from './commands/grant-portal-access'
import { mapImport } from './commands/map-import'
import { mergeCandidates } from './commands/merge-candidates'
import { placeLegalHold } from './commands/place-legal-hold'
import { addToPool } from './commands/add-to-pool'
import { removeFromPool } from './commands/remove-from-pool'
import { rebuildSearch } from './commands/rebuild-search'
import { recordConsent } from './commands/record-consent'
import { releaseLegalHold } from './commands/release-legal-hold'
import { requestPortalLink } from './commands/request-portal-link'
import { changeSavedSearch } from './commands/change-saved-search'
import { removeSavedSearch } from './commands/remove-saved-search'
import { saveSearch } from './commands/save-search'
import { showSearchFirst } from './commands/show-search-first'
import { startImport } from './commands/start-import'
import { stopImport } from './commands/stop-import'
import { takeImportBack } from './commands/take-import-back'
import { undoMerge } from './commands/undo-merge'
import { personalData } from './database/personal-data'
import { sendDataArchive } from './commands/send-data-archive'
import { withdrawConsent } from './commands/withdraw-consent'
import { candidateImport } from './domain/candidate-import'
import { clientImport, contactImport } from './domain/client-import'
import { noteImport } from './domain/note-import'
import { placeImport } from './domain/places/place-import'
import { importWorkflow } from './domain/import-workflow'
import { candidateWorkflow } from './domain/candidate-workflow'
import { credentialWorkflow } from './domain/credential-workflow'
import { cvDraftWorkflow } from './domain/cv-draft-workflow'
import type { CrmOptions } from './options'
import { answerPortalLinkJob } from './jobs/answer-portal-link'
import { applyRetentionJob } from './jobs/apply-retention'
import { checkImportJob } from './jobs/check-import'
import { bringFilesJob } from './jobs/bring-files'
import { findDuplicatesJob } from './jobs/find-duplicates'
import { forgetImportRowsJob } from './jobs/forget-import-rows'
import { forgetMergeValuesJob } from './jobs/forget-merge-values'
import { rebuildSearchJob } from './jobs/rebuild-search'
import { runImportJob } from './jobs/run-import'
import { takeBackImportJob } from './jobs/take-back-import'
import { extractDocumentTextJob } from './jobs/extract-document-text'
import { fillPoolsJob } from './jobs/fill-pools'
import { finishErasureJob } from './jobs/finish-erasure'
import { settleKeepingJob } from './jobs/settle-keeping'
import { scanDocumentJob } from './jobs/scan-document'
import { scanWaitingDocumentsJob } from './jobs/scan-waiting-documents'
import { sweepDocumentFilesJob } from './jobs/sweep-document-files'
import { announceSearch } from './queries/announce-search'
import { mergedInto } from './queries/merges-of'
import { searchDetails } from './queries/search-details'
import { readDocument } from './queries/read-document'
import { scanChecks, scanGauges } from './queries/scan-checks'
import { draftReadCvs } from './reactions/draft-read-cvs'
import { letCandidateIn } from './reactions/let-candidate-in'
import { readNewDocuments } from './reactions/read-new-documents'
import { scanNewDocuments } from './reactions/scan-new-documents'

export { removeDocumentFile } from './adapters/document-files'
export { privateFileHeaders } from './access/document-file'
export { addClient, addContact, addWorkLocation, type NewWorkLocation } from './commands/add-client'
export { answerToStay } from './commands/answer-to-stay'
export { blockForClient } from './commands/block-for-client'
export { endClientBlock } from './commands/end-client-block'
export { ensureLegalTexts } from './commands/ensure-legal-texts'
export { ensureRetentionRules } from './commands/ensure-retention-rules'
export { ensurePlaces } from './commands/ensure-places'
export { ensureSkills } from './commands/ensure-skills'
export { erasePerson } from './commands/erase-person'
export { findOrCreateCandidate } from './commands/find-or-create-candidate'
export { keepDuplicates } from './commands/keep-duplicates'
export { keepTable } from './commands/keep-table'
export { grantPortalAccess } from './commands/grant-portal-access'
export { mergeCandidates } from './commands/merge-candidates'
export { matchCandidate, type MatchedCandidate } from './commands/match-candidate'
export { putCandidateInProcess } from './commands/put-candidate-in-process'
export { keepConsent, recordConsent } from './commands/record-consent'
export { reapplyErasures } from './commands/reapply-erasures'
export { requestPortalLink } from './commands/request-portal-link'
export { sendDataArchive } from './commands/send-data-archive'
export { storeDocument } from './commands/store-document'
export { settleKeeping } from './commands/settle-keeping'
export { takeDataArchive } from './commands/take-data-archive'
export { undoMerge } from './commands/undo-merge'
export { withdrawConsent } from './commands/withdraw-consent'
export { withdrawNews } from './commands/withdraw-news'
export { addToPool } from './commands/add-to-pool'
export { removeFromPool } from './commands/remove-from-pool'
export { isPoolInReach, poolsInReach } from './queries/pools-in-reach'
export { personInput } from './domain/person-input'
export { refusalByBlock } from './queries/standing-block'
export { refusalByConsent } from './queries/consent-to-be-put-forward'
export { countMatchingCandidates } from './queries/count-matching-candidates'
export { notePaymentHabit } from './commands/note-payment-habit'
export { consentsOfPerson } from './queries/consents-of-person'
export { documentForPerson, documentsOfPerson } from './queries/document-for-person'
export { keepingForCandidate } from './queries/keeping-for-candidate'
export { knownContact } from './queries/known-contact'
export { textInForce } from './queries/text-in-force'
export { peopleByAddress, type PersonAtAddress } from './queries/people-by-address'
export {
  peopleFoundBy,
  peopleInPool,
  peopleToWriteTo,
  peopleWithLabel,
  type PersonToWriteTo,
} from './queries/people-to-write-to'
export { readDocument } from './queries/read-document'

/** Whom the agency knows: clients, their people, candidates, and the papers of all of them. */
export const crmPlugin =
  ({ dataDir, clamdUrl }: CrmOptions): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        admin: {
          ...config.admin,
          components: {
            ...config.admin?.components,
            views: {
              ...config.admin?.components?.views,
              cvs: {
                Component: '/plugins/crm/admin/CvsScreen#CvsScreen',
                path: '/cvs',
                exact: true,
              },
              duplicates: {
                Component: '/plugins/crm/admin/DuplicatesScreen#DuplicatesScreen',
                path: '/duplicates',
                exact: true,
              },
              findCandidates: {
                Component: '/plugins/crm/admin/FindCandidates#FindCandidates',
                path: '/find-candidates',
                exact: true,
              },
            },
          },
        },
        collections: [
          ...(config.collections ?? []).map(withPeople),
          ClientCorporations,
          ClientContacts,
          WorkLocations,
          RateCards,
          Candidates,
          CandidateMerges,
          TalentPools,
          PoolMemberships,
          followingMerges(ClientBlocks),
          followingMerges(Consents),
          followingMerges(documents({ dataDir, isScanned: clamdUrl !== null })),
          CredentialTypes,
          followingMerges(Credentials),
          Skills,
          Places,
          SavedSearches,
          followingMerges(CandidateReferences),
          followingMerges(CandidateWorkRights),
          followingMerges(CandidatePayroll),
          followingMerges(CandidateEeo),
          CvDrafts,
          LegalTexts,
          LegalHolds,
          RetentionRules,
          DataArchives,
          Erasures,
          Imports,
        ],
      },
      contribution: {
        plugin: 'crm',
        personalData,
        owners: [
          { key: 'clients', label: 'Clients', collection: 'client-corporations', field: 'owner' },
          { key: 'candidates', label: 'Candidates', collection: 'candidates', field: 'owner' },
          {
            key: 'talent-pools',
            label: 'Talent pools',
            collection: 'talent-pools',
            field: 'owner',
          },
        ],
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
          {
            area: 'work',
            label: 'Skills',
            text: 'What people can do, in your words, with the other words people use for it.',
            path: '/collections/skills',
            permission: 'settings.write',
          },
          {
            area: 'work',
            label: 'Places',
            text: 'Where towns and postcodes lie, for searches within a distance.',
            path: '/collections/places',
            permission: 'settings.write',
          },
          {
            area: 'privacy',
            label: 'Legal texts',
            text: 'Consent and privacy notices, each version with the time from which it holds.',
            path: '/collections/legal-texts',
            permission: 'privacy.manage',
          },
          {
            area: 'privacy',
            label: 'Retention',
            text: 'How long consents hold and each kind of data is kept, and what happens then.',
            path: '/collections/retention-rules',
            permission: 'privacy.manage',
          },
          {
            area: 'privacy',
            label: 'Legal holds',
            text: 'People whose data may not be erased now, and why.',
            path: '/collections/legal-holds',
            permission: 'privacy.manage',
          },
          {
            area: 'privacy',
            label: 'Erasures',
            text: 'Who was erased, when and on what ground.',
            path: '/collections/erasures',
            permission: 'privacy.manage',
          },
        ],
        details: [searchDetails],
        imports: [clientImport, contactImport, candidateImport, noteImport, placeImport],
        workflows: [candidateWorkflow, credentialWorkflow, importWorkflow, cvDraftWorkflow],
        events: [
          { name: 'document.opened', summary: 'Somebody read a paper of a candidate' },
          { name: 'candidate.searched', summary: 'Somebody searched candidates' },
          {
            name: 'search.rebuild-asked',
            summary: 'Somebody had all candidates put into the search anew',
          },
          {
            name: 'candidate.differing-data-received',
            summary:
              'Somebody recognised as a known candidate gave other data; nothing was changed',
          },
          {
            name: 'candidate.asked-to-stay',
            summary: 'A candidate was asked by mail whether the agency may keep their profile',
          },
          {
            name: 'candidate.keeping-ended',
            summary: 'The ground to keep a candidate ended; nobody finds them any more',
          },
          {
            name: 'candidate.keeping-renewed',
            summary: 'There is a ground again to keep a candidate; they are found as before',
          },
          {
            name: 'talent-pool.matched',
            summary: 'Somebody new matches the search of a talent pool',
          },
          {
            name: 'candidate.merged',
            summary: 'Another record of the same person was merged into this one',
          },
          {
            name: 'candidate.merge-taken-back',
            summary: 'A merge was undone: both records are as they were',
          },
          {
            name: 'candidate.told-apart',
            summary: 'Somebody said that this and another candidate are not one person',
          },
          {
            name: 'candidate.told-alike',
            summary: 'Somebody took back that this and another candidate are not one person',
          },
          { name: 'portal-access.requested', summary: 'A candidate asked for their first login' },
          { name: 'document.scanned', summary: 'The virus scanner found nothing in a file' },
          {
            name: 'document.infected',
            summary: 'The virus scanner found something in a file; nobody is given it',
          },
          { name: 'portal-access.granted', summary: 'A person was given a login to the portal' },
        ],
        commands: [
          findOrCreateCandidate,
          recordConsent,
          grantPortalAccess,
          requestPortalLink,
          erasePerson,
          placeLegalHold,
          releaseLegalHold,
          ensureRetentionRules,
          ensureLegalTexts,
          ensureSkills,
          ensurePlaces,
          rebuildSearch,
          saveSearch,
          changeSavedSearch,
          removeSavedSearch,
          showSearchFirst,
          addCv,
          acceptCvDraft,
          discardCvDraft,
          withdrawConsent,
          answerToStay,
          sendDataArchive,
          blockForClient,
          endClientBlock,
          mapImport,
          decideImport,
          startImport,
          stopImport,
          takeImportBack,
          addToPool,
          removeFromPool,
          mergeCandidates,
          undoMerge,
          dismissDuplicate,
          recallDuplicate,
        ],
        links: [
          {
            purpose: 'keeping.answer',
            label: 'Say whether you want to stay with us',
            path: ({ id }) => `/portal/keeping/${id}`,
            lifetimeDays: 90,
            spentByAct: false,
          },
          {
            purpose: 'privacy.archive',
            label: 'Fetch a copy of your data',
            path: ({ id }) => `/portal/archives/${id}`,
            lifetimeDays: 14,
            spentByAct: true,
          },
        ],
        reactions: [readNewDocuments, draftReadCvs, scanNewDocuments({ clamdUrl }), letCandidateIn],
        jobs: [
          answerPortalLinkJob,
          extractDocumentTextJob,
          scanDocumentJob({ clamdUrl }),
          scanWaitingDocumentsJob({ clamdUrl }),
          sweepDocumentFilesJob,
          finishErasureJob({ dataDir }),
          settleKeepingJob,
          applyRetentionJob({ dataDir }),
          checkImportJob,
          runImportJob,
          bringFilesJob,
          takeBackImportJob,
          forgetImportRowsJob,
          rebuildSearchJob,
          findDuplicatesJob,
          fillPoolsJob,
          forgetMergeValuesJob,
        ],
        checks: scanChecks({ clamdUrl }),
        gauges: [scanGauges],
        mergeRules: [
          {
            table: 'pool_memberships',
            clash: 'stays',
            text: 'Both are in one pool. It stays one membership.',
          },
          {
            table: 'candidate_payroll',
            clash: 'stays',
            text: 'Both have payroll data. Those of the kept record count.',
          },
          {
            table: 'candidate_eeo',
            clash: 'stays',
            text: 'Both answered the questions of equal opportunity. The answers of the kept record count.',
          },
        ],
        sameRecords: [{ kind: 'candidate', read: mergedInto }],
        readDocument,
        places: [
          {
            label: 'Add CVs',
            path: '/admin/cvs',
            words: 'upload drop resume parse review',
            permission: 'candidates.read',
          },
          {
            label: 'Candidates about to end',
            path: '/admin/collections/candidates?where[or][0][and][0][keepUntilOn][exists]=true&sort=keepUntilOn',
            words: 'consent expire renew retention keep stay privacy',
            permission: 'candidates.read',
          },
          {
            label: 'Duplicates',
            path: '/admin/duplicates',
            words: 'merge same person twice double',
            permission: 'candidates.read',
          },
          {
            label: 'Find candidates',
            path: '/admin/find-candidates',
            words: 'search match sourcing boolean skills radius',
            permission: 'candidates.read',
          },
        ],
        searches: [
          {
            kind: 'candidate',
            plural: 'Candidates',
            title: ['name'],
            detail: ['ref', 'headline', 'city'],
            isWhom: true,
            announce: async ({ req, text, found }) => {
              await announceSearch({ req, criteria: text, found, page: 1 })
            },
          },
          {
            kind: 'client',
            plural: 'Clients',
            title: ['name'],
            detail: ['ref', 'industry'],
            isWhom: true,
          },
          {
            kind: 'client-contact',
            plural: 'Client contacts',
            title: ['name'],
            detail: ['client', 'jobTitle'],
            isWhom: true,
          },
        ],
        subjects: {
          client: { collection: 'client-corporations', label: 'Client' },
          'client-contact': { collection: 'client-contacts', label: 'Client contact' },
          candidate: { collection: 'candidates', label: 'Candidate' },
          'talent-pool': { collection: 'talent-pools', label: 'Talent pool' },
          'pool-membership': { collection: 'pool-memberships', label: 'Member of a pool' },
          'candidate-merge': { collection: 'candidate-merges', label: 'Merge' },
          'client-block': { collection: 'client-blocks', label: 'Client block' },
          consent: { collection: 'consents', label: 'Consent' },
          'work-location': { collection: 'work-locations', label: 'Work location' },
          document: { collection: 'documents', label: 'Document' },
          credential: { collection: 'credentials', label: 'Credential' },
          'credential-type': { collection: 'credential-types', label: 'Credential type' },
          'cv-draft': { collection: 'cv-drafts', label: 'CV draft' },
          reference: { collection: 'candidate-references', label: 'Reference' },
          'work-right': { collection: 'candidate-work-rights', label: 'Right to work' },
          'payroll-data': { collection: 'candidate-payroll', label: 'Payroll data' },
          'eeo-answer': { collection: 'candidate-eeo', label: 'Equal opportunity answer' },
          skill: { collection: 'skills', label: 'Skill' },
          place: { collection: 'places', label: 'Place' },
          'saved-search': { collection: 'saved-searches', label: 'Saved search' },
          'data-archive': { collection: 'data-archives', label: 'Copy for a person' },
          'legal-text': { collection: 'legal-texts', label: 'Legal text' },
          import: { collection: 'imports', label: 'Import' },
          erasure: { collection: 'erasures', label: 'Erasure' },
          'legal-hold': { collection: 'legal-holds', label: 'Legal hold' },
          'retention-rule': { collection: 'retention-rules', label: 'Retention rule' },
          'rate-card': { collection: 'rate-cards', label: 'Rate card' },
        },
      },
    })
