import { classNames } from './class-names'
import { Icon, type IconName } from './Icon'

export type ButtonLook = 'primary' | 'accent' | 'quiet' | 'plain'

export type ButtonLinkProps = {
  href: string
  label: string
  look?: ButtonLook
  icon?: IconName
  isWide?: boolean
}

export const ButtonLink = ({ href, label, look = 'primary', icon, isWide }: ButtonLinkProps) => (
  <a
    className={classNames('pw-button', `pw-button--${look}`, isWide && 'pw-button--wide')}
    href={href}
  >
    <span>{label}</span>
    {icon ? <Icon name={icon} /> : null}
  </a>
)
