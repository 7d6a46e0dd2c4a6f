'use client'

import type { useDraggableSortable } from '@payloadcms/ui'

/** By which a row is dragged into its place, or moved by the keyboard: Space, arrows, Space. */
export const DragHandle = ({
  name,
  attributes,
  listeners,
}: { name: string } & Pick<
  ReturnType<typeof useDraggableSortable>,
  'attributes' | 'listeners'
>) => (
  <button
    type="button"
    className="pwa-fields__handle"
    {...attributes}
    {...listeners}
    role="button"
    aria-label={`Move ${name}`}
  >
    <span aria-hidden="true">⠿</span>
  </button>
)
