import { BrandMark } from './BrandMark'

/** Mark and name: on the login screen. */
export const Logo = () => (
  <span className="pwa-logo">
    <BrandMark size={44} />
    <span className="pwa-logo__name">Placewright</span>
  </span>
)
