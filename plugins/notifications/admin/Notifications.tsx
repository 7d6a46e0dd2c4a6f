import { SetStepNav } from '@payloadcms/ui'

import { PageHeader, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { AllNotices } from './AllNotices'

/** Everything that a colleague was told of. */
export const Notifications = withStaff({
  frame: 'page',
  view: () => (
    <Screen>
      <SetStepNav nav={[{ label: 'Notifications' }]} />
      <PageHeader
        title="Notifications"
        lead="What concerns you, newest first. Your own acts are not among them."
        actions={
          <a className="pwa-btn" href="/admin/notifications/settings">
            Choose what you hear of
          </a>
        }
      />
      <AllNotices />
    </Screen>
  ),
})
