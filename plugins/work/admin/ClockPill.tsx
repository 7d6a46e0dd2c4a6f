import { Pill, type Tone } from '#plugins/agency/admin'
import type { ClockLook } from '../domain/clock-words'

const looks: Readonly<Record<ClockLook, { label: string; tone: Tone }>> = {
  late: { label: 'Overdue', tone: 'bad' },
  amber: { label: 'Running out', tone: 'warn' },
  early: { label: 'In time', tone: 'good' },
  paused: { label: 'Standing still', tone: 'neutral' },
}

/** How a live clock stands, in a colour and a word. */
export const ClockPill = ({ look }: { look: ClockLook | 'ended' }) =>
  look === 'ended' ? null : <Pill {...looks[look]} />
