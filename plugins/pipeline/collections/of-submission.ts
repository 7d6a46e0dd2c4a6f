import type { Field } from 'payload'

import { label } from '#plugins/kernel/domain'

/** On what belongs to one submission: it, its three sides, and the candidate’s name as the title. */
export const ofSubmission: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: label('Candidate’s name'),
    virtual: 'candidate.name',
    admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'submission',
    type: 'relationship',
    relationTo: 'submissions',
    label: label('Submission'),
    required: true,
    index: true,
    // Populated within another record, both would wait for each other: both are named after the candidate,
    // and Payload reads that name for both with one question, which it asks after the submission.
    maxDepth: 0,
  },
  {
    name: 'jobOrder',
    type: 'relationship',
    relationTo: 'job-orders',
    label: label('Job order'),
    required: true,
    index: true,
  },
  {
    name: 'candidate',
    type: 'relationship',
    relationTo: 'candidates',
    label: label('Candidate'),
    required: true,
    index: true,
  },
  {
    name: 'client',
    type: 'relationship',
    relationTo: 'client-corporations',
    label: label('Client'),
    required: true,
    index: true,
  },
]
