import { BrandMark } from './BrandMark'

/** The mark alone: at the head of the breadcrumb. */
export const Icon = () => (
  <span className="pwa-icon" role="img" aria-label="Placewright">
    <BrandMark size={20} />
  </span>
)
