import type { Active, Announcements, Over, ScreenReaderInstructions } from '@dnd-kit/core'

const nameOf = (thing: Active | Over): string => String(thing.data.current?.name ?? 'this')

/** What a screen reader says while a card is carried. */
export const spoken: Announcements = {
  onDragStart: ({ active }) => `${nameOf(active)} is lifted.`,
  onDragOver: ({ active, over }) =>
    over ? `${nameOf(active)} is over ${nameOf(over)}.` : `${nameOf(active)} is over no stage.`,
  onDragEnd: ({ active, over }) =>
    over ? `${nameOf(active)} was put into ${nameOf(over)}.` : `${nameOf(active)} was put back.`,
  onDragCancel: ({ active }) => `${nameOf(active)} was put back.`,
}

export const howToDrag: ScreenReaderInstructions = {
  draggable:
    'Press space to lift the card, arrow left and right to carry it to another stage, space to put it down, escape to put it back. The menu beside it does the same.',
}
