/** Writing a mail to candidates, chosen or all of a pool or a saved search, as every screen offers it. */
export const writeAction = (
  to:
    | { candidateIds: readonly string[] }
    | { poolId: string; label: string }
    | { savedSearchId: string; label: string },
) => ({
  command: 'send-letters',
  done: 'On its way.',
  ...('candidateIds' in to
    ? {
        label:
          to.candidateIds.length === 1
            ? 'Write mail…'
            : `Write to ${to.candidateIds.length} candidates…`,
        input: { reader: 'candidate', readerIds: to.candidateIds },
      }
    : 'poolId' in to
      ? { label: to.label, input: { reader: 'candidate', poolId: to.poolId } }
      : { label: to.label, input: { reader: 'candidate', savedSearchId: to.savedSearchId } }),
})
