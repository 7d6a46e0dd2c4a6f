import type { CommandAction } from '#plugins/kernel/admin'
import { rejectReasonLabels, rejectReasons } from '../domain/reasons'

type Chosen = { submissionIds: readonly string[] }

/** Stages that many may be moved into at once. */
export const moveManyAction = ({
  submissionIds,
  stages,
}: Chosen & { stages: readonly { id: string; name: string }[] }): CommandAction => ({
  command: 'move-submissions',
  label: 'Move…',
  input: { submissionIds },
  text: 'The client is not written to: “Send shortlist” shows them several candidates at once.',
  fields: [
    {
      name: 'toStageId',
      label: 'To',
      type: 'select',
      isRequired: true,
      options: stages.map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  done: 'Moved.',
})

export const rejectManyAction = ({ submissionIds }: Chosen): CommandAction => ({
  command: 'reject-submissions',
  label: 'Reject…',
  input: { submissionIds },
  text: 'The reason stays inside the agency and in the figures.',
  fields: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'select',
      isRequired: true,
      options: rejectReasons.map((value) => ({ value, label: rejectReasonLabels[value] })),
    },
    {
      name: 'rejectedBy',
      label: 'Who said no',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'agency', label: 'The agency' },
        { value: 'client', label: 'The client' },
      ],
    },
    { name: 'note', label: 'Note', type: 'textarea' },
    {
      name: 'tellsCandidate',
      label: 'Tell them kindly by mail',
      type: 'checkbox',
      value: true,
      description: 'The words of “It did not work out”, to those who applied or were shown.',
    },
  ],
  tone: 'danger',
  done: 'Rejected.',
})
