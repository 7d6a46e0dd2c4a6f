import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { actorOf } from '../commands/actor-of'
import { can, type Actor } from '../domain/actor'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

export type StaffViewProps = AdminViewServerProps & { actor: StaffActor }

type StaffView = (props: StaffViewProps) => Promise<ReactNode> | ReactNode

/**
 * The door of every screen of our own: Payload renders a custom view for whoever asks, so each one
 * first sends strangers to the login and tells colleagues without the permission that it is not theirs.
 *
 * @param frame `page` puts the screen into the admin's frame; `none` for views that stand in it already
 */
export const withStaff =
  ({ view, permission, frame }: { view: StaffView; permission?: string; frame: 'page' | 'none' }) =>
  async (props: AdminViewServerProps): Promise<ReactNode> => {
    const { req } = props.initPageResult
    const actor = actorOf(req)
    if (actor.kind !== 'staff') redirect('/admin/login')
    const content =
      permission === undefined || can({ actor, permission }) ? (
        await view({ ...props, actor })
      ) : (
        <NotYours />
      )
    return frame === 'none' ? content : <Framed props={props}>{content}</Framed>
  }

const Framed = ({ props, children }: { props: AdminViewServerProps; children: ReactNode }) => {
  const { locale, permissions, req, visibleEntities } = props.initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      params={props.params ?? {}}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={props.searchParams ?? {}}
      // What stands in the header of Payload’s own screens stands in that of ours.
      viewActions={[...(req.payload.config.admin.components?.actions ?? [])]}
      {...(req.user ? { user: req.user } : {})}
      // Payload passes on a copy: the original cannot be written to.
      visibleEntities={{
        collections: visibleEntities.collections,
        globals: visibleEntities.globals,
      }}
    >
      {children}
    </DefaultTemplate>
  )
}

const NotYours = () => (
  <div className="pwa-screen">
    <div className="pwa-empty">
      <p className="pwa-empty__title">This screen is not part of your role</p>
      <p className="pwa-empty__text">
        Ask a colleague who manages staff to give your role the right to see it.
      </p>
    </div>
  </div>
)
