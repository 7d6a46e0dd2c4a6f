import { defineWorkflow } from '#plugins/kernel/domain'

export type CvDraftState = 'reading' | 'parsed' | 'unreadable' | 'accepted' | 'discarded'

/** A CV from the moment it was dropped until somebody made a profile of it, or did not. */
export const cvDraftWorkflow = defineWorkflow<CvDraftState>({
  name: 'CV draft',
  collection: 'cv-drafts',
  initial: 'reading',
  states: {
    reading: {
      label: 'Being read',
      tone: 'info',
      next: {
        parsed: { event: 'cv-draft.parsed' },
        unreadable: { event: 'cv-draft.found-unreadable' },
        discarded: { event: 'cv-draft.discarded' },
      },
    },
    parsed: {
      label: 'To review',
      tone: 'warn',
      next: {
        accepted: { event: 'cv-draft.accepted' },
        discarded: { event: 'cv-draft.discarded' },
      },
    },
    unreadable: {
      label: 'Cannot be read',
      tone: 'bad',
      next: { discarded: { event: 'cv-draft.discarded' } },
    },
    accepted: { label: 'Accepted', tone: 'good', next: {} },
    discarded: { label: 'Discarded', tone: 'neutral', next: {} },
  },
})
