/** Putting several candidates into a pool, as every list and board offers it. */
export const poolAction = ({ candidateIds }: { candidateIds: readonly string[] }) => ({
  command: 'add-to-pool',
  label: 'Add to pool…',
  input: { candidateIds },
  text: 'Who took back the consent to be kept in the talent pool stays out, and so does who is blocked.',
  fields: [
    {
      name: 'poolId',
      label: 'Talent pool',
      type: 'relation' as const,
      isRequired: true,
      collection: 'talent-pools',
      titleFields: ['name'],
    },
  ],
  done: 'In the pool.',
})
