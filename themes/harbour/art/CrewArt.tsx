import { TileArt, type Tile } from './tiles'

const crew: readonly Tile[] = [
  { kind: 'arcs', ground: 'tide', figure: 'glass' },
  { kind: 'person', ground: 'marigold', coat: 'ink', skin: 4, hair: 'long', hairPaint: 'ink' },
  { kind: 'person', ground: 'sail', coat: 'buoy', skin: 0, hair: 'helmet', hairPaint: 'tide' },
  { kind: 'diagonal', ground: 'glass', figure: 'marigold' },
]

/** A short strip of the same people and flags, for bands and empty places. */
export const CrewArt = () => (
  <svg
    className="pw-crew-art"
    viewBox="0 0 200 200"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
    focusable="false"
  >
    {crew.map((tile, at) => (
      <svg
        key={`${tile.kind}-${tile.ground}`}
        x={(at % 2) * 100}
        y={Math.floor(at / 2) * 100}
        width="100.5"
        height="100.5"
        viewBox="0 0 100 100"
      >
        <TileArt tile={tile} />
      </svg>
    ))}
  </svg>
)
