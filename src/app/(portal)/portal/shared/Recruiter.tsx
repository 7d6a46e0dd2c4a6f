import { Card, FactList } from '#themes/portal'

export type RecruiterContact = { name: string; email: string; phone: string | null }

/** Whom to call about this, with links that a phone dials. */
export const Recruiter = ({ contact }: { contact: RecruiterContact | null }) =>
  contact ? (
    <Card title="Your recruiter">
      <FactList
        facts={[
          { label: 'Name', value: contact.name },
          { label: 'E-mail', value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
          ...(contact.phone
            ? [
                {
                  label: 'Phone',
                  value: (
                    <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  ) : null
