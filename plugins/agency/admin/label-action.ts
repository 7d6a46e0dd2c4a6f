import type { CommandAction } from '#plugins/kernel/admin'
import type { KnownLabel } from './use-labels'

/** Labels put on records, or taken away, many at once. */
export const labelAction = ({
  kind,
  labels,
  recordIds,
}: {
  kind: string
  labels: readonly KnownLabel[]
  recordIds: readonly string[]
}): CommandAction => ({
  command: 'label-records',
  label: recordIds.length === 1 ? 'Label one record' : `Label ${recordIds.length} records`,
  input: { kind, recordIds },
  fields: [
    {
      type: 'choices',
      name: 'add',
      label: 'Put on',
      options: labels
        .filter(({ kinds }) => kinds.includes(kind))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      type: 'choices',
      name: 'remove',
      label: 'Take away',
      options: labels.map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  done: 'The labels are changed.',
})
