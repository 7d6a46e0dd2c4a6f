import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { actorOf, secondFactorDemandOf } from '#plugins/kernel'
import { ownAccount } from '../queries/own-account'
import { pendingFactor } from '../queries/pending-factor'
import { ProveFactor } from './ProveFactor'
import { SetUpFactor } from './SetUpFactor'

/**
 * Where Payload sends whoever has signed in and may not enter: here the second half of signing in is
 * done, and who is no colleague is told so.
 */
export const UnauthorizedScreen = async ({
  initPageResult,
  searchParams,
}: AdminViewServerProps) => {
  const { req } = initPageResult
  const target = ownPath(searchParams?.redirect)
  if (actorOf(req).kind === 'staff') redirect(target)
  if (!req.user) redirect('/admin/login')
  const user = ownAccount(req)
  const demand = user ? secondFactorDemandOf(user) : 'none'
  return (
    <div className="pwa-factor">
      {demand === 'prove' ? <ProveFactor target={target} /> : null}
      {demand === 'set-up' && user ? (
        <SetUpFactor
          target={target}
          pending={await pendingFactor({ req, userId: user.id, account: user.email })}
          isDemanded
        />
      ) : null}
      {demand === 'none' ? (
        <>
          <h1 className="pwa-factor__title">This is not your door</h1>
          <p>With this account you cannot work here. Sign out, then sign in with another one.</p>
        </>
      ) : null}
      <a className="pwa-factor__out" href="/admin/logout">
        Sign out
      </a>
    </div>
  )
}

/** Only pages of the admin: never another site, however it is spelt. */
const ownPath = (value: unknown): string =>
  typeof value === 'string' && /^\/admin(\/[\w/-]*)?(\?[\w=&%.[\]-]*)?$/.test(value)
    ? value
    : '/admin'
