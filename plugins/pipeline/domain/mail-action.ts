/** Writing to the candidates of submissions, each about their own order, as every screen offers it. */
export const mailAction = ({ submissionIds }: { submissionIds: readonly string[] }) => ({
  command: 'send-letters',
  label:
    submissionIds.length === 1 ? 'Write mail…' : `Write to ${submissionIds.length} candidates…`,
  input: { reader: 'candidate', submissionIds, subject: 'About {{order.title}}' },
  done: 'On its way.',
})
