/** What a merge of two records of one person would do to their pay: what was paid twice is not made one. */
export const doubleWork = ['work_weeks', 'pay_lines', 'bill_lines'].map((table) => ({
  table,
  clash: 'refused' as const,
  text: 'Both were paid for work in the same week, so overtime of that week would have to be paid anew. Payroll has to settle it first.',
}))
