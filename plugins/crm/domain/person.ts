/** What a person tells about themselves, as a form or a recruiter gives it. */
export type PersonData = {
  firstName: string
  lastName: string
  email?: string | null | undefined
  phone?: string | null | undefined
  city?: string | null | undefined
  region?: string | null | undefined
  country?: string | null | undefined
  headline?: string | null | undefined
}

const fields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'city',
  'region',
  'country',
  'headline',
] as const

export type PersonField = (typeof fields)[number]

/**
 * What newly told data adds to a known person: empty fields are filled, others kept. To somebody who
 * was recognised by phone an e-mail is added only by a colleague and under the same name: mail with
 * their papers and logins would go there, and anybody may know a name and a number. What differs is
 * named, for a recruiter to judge.
 *
 * @param isRecognisedByEmail whether the e-mail, and not only the phone, told who it is
 * @param isVouchedFor whether a colleague, or the product itself, stands for what is told
 */
export const mergePerson = ({
  known,
  told,
  isRecognisedByEmail,
  isVouchedFor,
}: {
  known: Partial<Record<PersonField, string | null | undefined>>
  told: PersonData
  isRecognisedByEmail: boolean
  isVouchedFor: boolean
}): { filled: Partial<Record<PersonField, string>>; differing: PersonField[] } => {
  const filled: Partial<Record<PersonField, string>> = {}
  const differing: PersonField[] = []
  const mayAddEmail = isRecognisedByEmail || (isVouchedFor && nameOf(known) === nameOf(told))
  for (const field of fields) {
    const value = told[field]?.trim()
    if (!value) continue
    const current = known[field]?.trim()
    if (current) {
      if (fold(current) !== fold(value)) differing.push(field)
      continue
    }
    if (field !== 'email' || mayAddEmail) filled[field] = value
    else differing.push(field)
  }
  return { filled, differing }
}

const nameOf = ({
  firstName,
  lastName,
}: Partial<Record<'firstName' | 'lastName', string | null | undefined>>): string =>
  fold(`${firstName ?? ''} ${lastName ?? ''}`)

/** Written differently, the same: case, accents and spaces do not count. */
const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
