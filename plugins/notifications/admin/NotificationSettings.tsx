import { SetStepNav } from '@payloadcms/ui'

import { PageHeader, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { noticeSettingsOf } from '../queries/notice-settings-of'
import { ChannelTable } from './ChannelTable'

/** By which channels a colleague hears of what. */
export const NotificationSettings = withStaff({
  frame: 'page',
  view: async ({ initPageResult: { req }, actor }) => {
    const settings = await noticeSettingsOf({ req, userId: actor.id })
    return (
      <Screen>
        <SetStepNav
          nav={[
            { label: 'Notifications', url: '/admin/notifications' },
            { label: 'What you hear of' },
          ]}
        />
        <PageHeader
          title="What you hear of"
          lead="For each kind: in the app, and by mail at once, in one mail a day, or not at all."
        />
        <ChannelTable settings={settings} zone={actor.zone} />
      </Screen>
    )
  },
})
