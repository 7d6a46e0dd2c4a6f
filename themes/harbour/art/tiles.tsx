/** Colours of the drawings; the same by day and by night, as on a painted sign. */
export const paint = {
  marigold: '#f6b545',
  buoy: '#d4552b',
  sail: '#f3f1e7',
  glass: '#7fbcb1',
  tide: '#1d6566',
  sand: '#e7d3aa',
  ink: '#12292c',
} as const

export type Paint = keyof typeof paint

const skins = ['#f3cfae', '#c98d5f', '#8d5a3b', '#e2ab7c', '#5f3d2b'] as const

type PersonTile = {
  kind: 'person'
  ground: Paint
  coat: Paint
  skin: 0 | 1 | 2 | 3 | 4
  hair: 'short' | 'bun' | 'long' | 'helmet' | 'scarf'
  hairPaint: Paint
}

type FlagTile = {
  kind: 'diagonal' | 'quarters' | 'arcs' | 'waves' | 'sun' | 'cross'
  ground: Paint
  figure: Paint
}

export type Tile = PersonTile | FlagTile

const Hair = ({ hair, fill }: { hair: PersonTile['hair']; fill: string }) => {
  switch (hair) {
    case 'short':
      return <path d="M29 44a21 21 0 0 1 42 0c-8-2-14-7-17-12-4 7-14 12-25 12z" fill={fill} />
    case 'bun':
      return (
        <g fill={fill}>
          <circle cx="50" cy="18" r="9" />
          <path d="M29 44a21 21 0 0 1 42 0c-6-9-14-12-21-12s-15 3-21 12z" />
        </g>
      )
    case 'long':
      return (
        <path d="M26 70V44a24 24 0 0 1 48 0v26H62V40c-8 0-14-3-17-7-2 6-5 8-7 9v28z" fill={fill} />
      )
    case 'helmet':
      return <path d="M26 40a24 22 0 0 1 48 0h6v6H20v-6z" fill={fill} />
    case 'scarf':
      return (
        <path
          d="M50 18a27 27 0 0 0-27 27c0 14 4 25 8 31h38c4-6 8-17 8-31a27 27 0 0 0-27-27zm0 12c10 0 15 8 15 17 0 10-7 18-15 18s-15-8-15-18c0-9 5-17 15-17z"
          fill={fill}
          fillRule="evenodd"
        />
      )
  }
}

const Person = ({ ground, coat, skin, hair, hairPaint }: PersonTile) => (
  <>
    <rect width="100" height="100" fill={paint[ground]} />
    <path d="M10 100a40 32 0 0 1 80 0z" fill={paint[coat]} />
    <rect x="42" y="56" width="16" height="20" rx="8" fill={skins[skin]} />
    <circle cx="50" cy="46" r="20" fill={skins[skin]} />
    <Hair hair={hair} fill={paint[hairPaint]} />
  </>
)

const Flag = ({ kind, ground, figure }: FlagTile) => (
  <>
    <rect width="100" height="100" fill={paint[ground]} />
    <g fill={paint[figure]}>
      {kind === 'diagonal' ? <path d="M0 0h100L0 100z" /> : null}
      {kind === 'quarters' ? <path d="M0 0h50v50H0zM50 50h50v50H50z" /> : null}
      {kind === 'cross' ? <path d="M40 0h20v40h40v20H60v40H40V60H0V40h40z" /> : null}
      {kind === 'sun' ? <circle cx="50" cy="50" r="28" /> : null}
    </g>
    {kind === 'arcs' ? (
      <g fill="none" stroke={paint[figure]} strokeWidth="12">
        <path d="M6 100a94 94 0 0 1 94-94M36 100a64 64 0 0 1 64-64M66 100a34 34 0 0 1 34-34" />
      </g>
    ) : null}
    {kind === 'waves' ? (
      <g fill="none" stroke={paint[figure]} strokeWidth="9">
        <path d="M0 26q25-20 50 0t50 0M0 52q25-20 50 0t50 0M0 78q25-20 50 0t50 0" />
      </g>
    ) : null}
  </>
)

/** One square of 100 by 100 units. */
export const TileArt = ({ tile }: { tile: Tile }) =>
  tile.kind === 'person' ? <Person {...tile} /> : <Flag {...tile} />
