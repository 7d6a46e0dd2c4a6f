import { Icon } from '../../base'
import type { ContactCardProps } from '../../contract'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => Array.from(part)[0] ?? '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toLocaleUpperCase()

export const ContactCard = ({ name, role, photo, phone, email, note, title }: ContactCardProps) => (
  <section className="pw-contact" aria-label={title ?? name}>
    {title ? <p className="pw-contact__over">{title}</p> : null}
    <div className="pw-contact__who">
      {photo ? (
        <img src={photo.src} alt={photo.alt} width={photo.width} height={photo.height} />
      ) : (
        <span className="pw-contact__initials" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      <div>
        <p className="pw-contact__name">{name}</p>
        {role ? <p className="pw-contact__role">{role}</p> : null}
      </div>
    </div>
    {note ? <p className="pw-contact__note">{note}</p> : null}
    {phone || email ? (
      <ul className="pw-contact__ways">
        {phone ? (
          <li>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <Icon name="phone" />
              <span dir="ltr">{phone}</span>
            </a>
          </li>
        ) : null}
        {email ? (
          <li>
            <a href={`mailto:${email}`}>
              <Icon name="mail" />
              <span>{email}</span>
            </a>
          </li>
        ) : null}
      </ul>
    ) : null}
  </section>
)
