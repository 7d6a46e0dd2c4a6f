/** The parts of the settings, in their order. */
export const settingsAreas = [
  { key: 'agency', label: 'The agency' },
  { key: 'people', label: 'People and rights' },
  { key: 'time', label: 'Time' },
  { key: 'work', label: 'How work is done' },
  { key: 'voice', label: 'What others see' },
  { key: 'privacy', label: 'Privacy' },
  { key: 'systems', label: 'Other systems' },
] as const

export type SettingsArea = (typeof settingsAreas)[number]['key']

/** One line of the settings: where something is set up, and for whom it is shown. */
export type SettingsEntry = {
  area: SettingsArea
  label: string
  /** What can be decided there, in one sentence. */
  text: string
  /** Below `/admin`. */
  path: string
  permission: string
}
