import type { CommandAction } from '#plugins/kernel/admin'
import { pauseReasonKeys, pauseReasons } from '../domain/clock-words'

export const pauseAction = (clockId: string): CommandAction => ({
  command: 'pause-clock',
  label: 'Let it stand still…',
  input: { clockId },
  text: 'No time passes until you let it run on. The reason stays on record.',
  fields: [
    {
      name: 'reason',
      label: 'Why',
      type: 'select',
      isRequired: true,
      options: pauseReasonKeys.map((value) => ({ value, label: pauseReasons[value] })),
    },
  ],
  tone: 'primary',
  done: 'It stands still.',
})

export const resumeAction = (clockId: string): CommandAction => ({
  command: 'resume-clock',
  label: 'Let it run on',
  input: { clockId },
  tone: 'primary',
  done: 'It runs on.',
})
