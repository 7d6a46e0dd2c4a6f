import type { CommandAction } from '#plugins/kernel/admin'
import { grades } from '../domain/qualification-choices'

export const regradeAction = (jobOrderId: string): CommandAction => ({
  command: 'regrade-job-order',
  label: 'Grade again…',
  input: { jobOrderId },
  text: 'Judges the order by what is known now. The grade before stays in the history.',
  fields: [{ name: 'reason', label: 'Why now', type: 'textarea' }],
  done: 'Graded again.',
})

export const overrideAction = (jobOrderId: string): CommandAction => ({
  command: 'override-grade',
  label: 'Decide the grade…',
  input: { jobOrderId },
  text: 'Holds instead of the score until it runs out. Managers may decide at most a tenth of the open orders.',
  fields: [
    {
      name: 'grade',
      label: 'Grade',
      type: 'select',
      isRequired: true,
      value: 'A',
      options: grades.map((grade) => ({ value: grade, label: grade })),
    },
    { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
    {
      name: 'days',
      label: 'For how many days',
      type: 'number',
      isRequired: true,
      value: 14,
      least: 1,
      most: 14,
    },
  ],
  done: 'The grade is decided.',
})

export const endOverrideAction = (jobOrderId: string): CommandAction => ({
  command: 'end-grade-override',
  label: 'Take the decision back…',
  input: { jobOrderId },
  text: 'The order is graded by its score again.',
  done: 'Graded by its score again.',
})
