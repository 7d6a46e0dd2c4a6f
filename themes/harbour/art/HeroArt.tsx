import { TileArt, type Tile } from './tiles'

const rows: readonly (readonly Tile[])[] = [
  [
    { kind: 'person', ground: 'marigold', coat: 'tide', skin: 2, hair: 'bun', hairPaint: 'ink' },
    { kind: 'diagonal', ground: 'buoy', figure: 'sail' },
    { kind: 'person', ground: 'glass', coat: 'sail', skin: 0, hair: 'short', hairPaint: 'buoy' },
    { kind: 'arcs', ground: 'sand', figure: 'tide' },
  ],
  [
    { kind: 'waves', ground: 'sail', figure: 'tide' },
    {
      kind: 'person',
      ground: 'tide',
      coat: 'buoy',
      skin: 1,
      hair: 'helmet',
      hairPaint: 'marigold',
    },
    { kind: 'sun', ground: 'sail', figure: 'buoy' },
    { kind: 'person', ground: 'buoy', coat: 'sand', skin: 4, hair: 'short', hairPaint: 'ink' },
  ],
  [
    { kind: 'person', ground: 'sand', coat: 'ink', skin: 3, hair: 'scarf', hairPaint: 'tide' },
    { kind: 'quarters', ground: 'marigold', figure: 'ink' },
    { kind: 'person', ground: 'sail', coat: 'marigold', skin: 2, hair: 'long', hairPaint: 'ink' },
    { kind: 'cross', ground: 'glass', figure: 'sail' },
  ],
]

/** People between signal flags: decoration only, so hidden from screen readers. */
export const HeroArt = () => (
  <svg
    className="pw-hero-art"
    viewBox="0 0 400 300"
    preserveAspectRatio="xMidYMin slice"
    aria-hidden="true"
    focusable="false"
  >
    {rows.flatMap((row, y) =>
      row.map((tile, x) => (
        <svg
          key={`${x}-${y}`}
          x={x * 100}
          y={y * 100}
          width="100.5"
          height="100.5"
          viewBox="0 0 100 100"
        >
          <TileArt tile={tile} />
        </svg>
      )),
    )}
  </svg>
)
