import type { PersonalTable } from '#plugins/kernel/domain'

const candidate = 't.candidate_id = given.person'

/** Hours and pay: kept as they are for the years that wage law asks for. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'timesheets',
    dataClass: 'work',
    of: { candidate },
    demandsName: 'true',
    kept: ['dispute_reason', 'problem', 'approved_by_name'],
    withheld: ['problem', 'approved_by_name'],
  },
  {
    table: 'time_entries',
    dataClass: 'work',
    of: {
      candidate: 't.timesheet_id in (select id from timesheets where candidate_id = given.person)',
    },
    kept: ['start_time', 'end_time', 'note'],
  },
  {
    table: 'pay_lines',
    dataClass: 'work',
    of: { candidate },
    demandsName: 'true',
    plain: ['earn_code', 'line_key', 'evaluation', 'trace'],
  },
  // What the client pays is the agency's, not the worker's.
  {
    table: 'bill_lines',
    dataClass: 'work',
    plain: ['earn_code', 'line_key', 'evaluation', 'trace'],
  },
  { table: 'work_weeks', dataClass: 'work', of: { candidate } },
]
