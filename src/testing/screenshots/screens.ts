import { adminScreens } from './admin-screens'
import { linkScreens } from './link-screens'
import { mailScreens } from './mail-screens'
import { portalScreens } from './portal-screens'
import type { Scene, Screen } from './screen'
import { siteScreens } from './site-screens'

/** Pictures that the README shows. */
export const documented: Readonly<Record<string, string>> = {
  'admin-dashboard-window-desktop-light': 'dashboard',
  'admin-board-desktop-light': 'board',
  'link-hours-draft-window-phone-light': 'hours-phone',
  'site-home-window-desktop-light': 'site',
}

/** Every screen of the product on the demo: site, links, portals, mails, admin. */
export const screensOf = async (scene: Scene): Promise<Screen[]> => [
  ...(await siteScreens(scene)),
  ...(await portalScreens(scene)),
  ...(await linkScreens(scene)),
  ...(await mailScreens(scene)),
  ...(await adminScreens(scene)),
]
