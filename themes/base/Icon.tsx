const paths = {
  arrow: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  calendar: 'M4 6h12v10H4zM4 9h12M7 4v3M13 4v3',
  check: 'M4 10.5l4 4 8-9',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.8',
  close: 'M5 5l10 10M15 5L5 15',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9.2v4.3M10 6.4v.2',
  mail: 'M3 5h14v10H3zM3 6l7 5 7-5',
  menu: 'M3 6h14M3 10h14M3 14h14',
  phone:
    'M5 3h3l1.5 4-2 1.2a9 9 0 0 0 4.3 4.3l1.2-2 4 1.5v3c0 .6-.4 1-1 1A12 12 0 0 1 4 4c0-.6.4-1 1-1z',
  pin: 'M10 17s5-4.6 5-8.6A5 5 0 0 0 5 8.4c0 4 5 8.6 5 8.6zM10 10.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  question: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M10 14.3v.2',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.3v.2',
} as const

export type IconName = keyof typeof paths

type IconProps = { name: IconName; isDirectional?: boolean }

/** A line icon that says nothing by itself: the text beside it does. */
export const Icon = ({ name, isDirectional = name === 'arrow' || name === 'back' }: IconProps) => (
  <svg
    className={isDirectional ? 'pw-icon pw-icon--directional' : 'pw-icon'}
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
)
