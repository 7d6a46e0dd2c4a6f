import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

/** With the keyboard a lifted card goes a whole column to the left or right, not pixel by pixel. */
export const columnKeys: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0
  if (step === 0) return undefined
  event.preventDefault()
  const rects = context.droppableContainers
    .getEnabled()
    .flatMap(({ rect }) => (rect.current ? [rect.current] : []))
    .sort((a, b) => a.left - b.left)
  const width = context.collisionRect?.width ?? 0
  const middle = currentCoordinates.x + width / 2
  const at = rects.findIndex((rect) => middle >= rect.left && middle <= rect.right)
  const next = rects[at + step]
  if (!next) return undefined
  return { x: next.left + (next.width - width) / 2, y: next.top + 48 }
}
