const dots = {
  menu: [
    [4, 10],
    [10, 10],
    [16, 10],
  ],
  grip: [
    [7, 5],
    [13, 5],
    [7, 10],
    [13, 10],
    [7, 15],
    [13, 15],
  ],
} as const

export type GlyphProps = { name: keyof typeof dots }

/** The dots of a card's menu and of its drag handle; the button around them carries the name. */
export const Glyph = ({ name }: GlyphProps) => (
  <svg
    className="pwa-glyph"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    {dots[name].map(([x, y]) => (
      <circle key={`${x}-${y}`} cx={x} cy={y} r="1.7" />
    ))}
  </svg>
)
