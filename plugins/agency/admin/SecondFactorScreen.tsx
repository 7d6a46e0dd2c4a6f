import { SetStepNav } from '@payloadcms/ui'

import { withStaff } from '#plugins/kernel/admin/server'
import { ownAccount } from '../queries/own-account'
import { pendingFactor } from '../queries/pending-factor'
import { recoveryCodesLeft } from '../queries/recovery-codes-left'
import { Screen } from './brand'
import { OwnSignIn } from './OwnSignIn'
import { SetUpFactor } from './SetUpFactor'

/** One's own second factor. */
export const SecondFactorScreen = withStaff({
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams }) => {
    const user = ownAccount(req)
    if (!user) return null
    const isOn = Boolean(user.secondFactorAt) && searchParams?.['set-up'] !== 'again'
    const isDemanded = (user.roles ?? []).some(
      (role) => typeof role === 'object' && role.requiresSecondFactor === true,
    )
    return (
      <Screen>
        <SetStepNav
          nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Second factor' }]}
        />
        <div className="pwa-factor pwa-factor--page">
          {isOn ? (
            <OwnSignIn
              codesLeft={await recoveryCodesLeft({ req, userId: user.id })}
              isDemanded={isDemanded}
            />
          ) : (
            <SetUpFactor
              target="/admin/second-factor"
              pending={await pendingFactor({ req, userId: user.id, account: user.email })}
            />
          )}
        </div>
      </Screen>
    )
  },
})
