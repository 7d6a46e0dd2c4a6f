import { markViewBox, placePath } from './mark'

type BrandMarkProps = { size: number }

export const BrandMark = ({ size }: BrandMarkProps) => (
  <svg
    className="pwa-mark"
    viewBox={markViewBox}
    width={size}
    height={size}
    aria-hidden="true"
    focusable="false"
  >
    <circle className="pwa-mark__person" cx="16" cy="10" r="7" />
    <path className="pwa-mark__place" d={placePath} />
  </svg>
)
