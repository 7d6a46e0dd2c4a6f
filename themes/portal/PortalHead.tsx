import type { ReactNode } from 'react'
import { Icon, StatusPill } from '../base'
import type { LinkItem, Status } from '../contract'

export type PortalHeadProps = {
  title: string
  lead?: string
  back?: LinkItem
  status?: Status
  children?: ReactNode
}

export const PortalHead = ({ title, lead, back, status, children }: PortalHeadProps) => (
  <div className="pw-portal-head">
    {back ? (
      <a className="pw-portal-head__back" href={back.href}>
        <Icon name="back" />
        <span>{back.label}</span>
      </a>
    ) : null}
    <div className="pw-portal-head__line">
      <h1 className="pw-portal-head__title">{title}</h1>
      {status ? <StatusPill {...status} /> : null}
    </div>
    {lead ? <p className="pw-portal-head__lead">{lead}</p> : null}
    {children}
  </div>
)
