import type { ReactNode } from 'react'
import type { Tone } from '../contract'
import { Icon, type IconName } from './Icon'

export type NoticeProps = {
  tone: Tone
  title?: string
  children?: ReactNode
  /** `toast` floats at the end of the screen after an act; `inline` stands in the text. */
  look?: 'inline' | 'toast'
}

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  good: 'check',
  warn: 'warning',
  bad: 'warning',
}

export const Notice = ({ tone, title, children, look = 'inline' }: NoticeProps) => (
  <div
    className={`pw-notice pw-notice--${tone} pw-notice--${look}`}
    role={tone === 'bad' ? 'alert' : 'status'}
  >
    <span className="pw-notice__icon">
      <Icon name={icons[tone]} />
    </span>
    <div className="pw-notice__body">
      {title ? <p className="pw-notice__title">{title}</p> : null}
      {children}
    </div>
  </div>
)
