import type { PersonalTable } from '#plugins/kernel/domain'

/** A notification keeps no words: they are made of the event and the record when it is read. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'notices',
    dataClass: 'audit',
    plain: ['event', 'event_name', 'kind', 'about_kind', 'about_id', 'mail'],
  },
  { table: 'notice_settings', dataClass: 'agency', plain: ['choices'] },
]
