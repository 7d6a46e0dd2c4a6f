import {
  normaliseEmail,
  normalisePhone,
  parseScaled,
  type ImportDraft,
  type ImportKind,
  type ImportValue,
} from '#plugins/kernel/domain'
import { fileKey } from './import-file'
import { plainWords } from './import-values'
import { normaliseProfileUrl } from './profile-url'

type Values = Readonly<Record<string, ImportValue>>

const textIn = (values: Values, key: string): string | null => {
  const value = values[key]
  return typeof value === 'string' ? value : null
}

/** `Doe, Jane` and `Jane Doe`; of more words the last is the family name. */
export const splitName = (name: string): { firstName: string; lastName: string } => {
  const comma = name.indexOf(',')
  if (comma > 0)
    return { lastName: name.slice(0, comma).trim(), firstName: name.slice(comma + 1).trim() }
  const words = name.trim().split(/\s+/)
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' }
}

/** Accents, case and order do not count: `Müller, Zoë` is `zoe muller`. */
export const nameKey = (...names: readonly (string | null)[]): string =>
  [...new Set(plainWords(names.filter(Boolean).join(' ')).split(' '))].sort().join(' ')

/** The name, and the forms of e-mail, phone and page by which one person is recognised. */
export const personKeys = (
  values: Values,
): {
  firstName: string
  lastName: string
  email: string | null
  phone: string | null
  profileUrl: string | null
  problems: Record<string, string>
} => {
  const whole = textIn(values, 'fullName')
  const split = whole ? splitName(whole) : null
  const firstName = textIn(values, 'firstName') ?? split?.firstName ?? ''
  const lastName = textIn(values, 'lastName') ?? split?.lastName ?? ''
  const problems: Record<string, string> = {}
  if (!firstName) problems.firstName = 'A first name is needed.'
  if (!lastName) problems.lastName = 'A last name is needed.'
  const phoneText = textIn(values, 'phone')
  const phone = normalisePhone({ input: phoneText, country: textIn(values, 'country') ?? 'US' })
  if (phoneText && !phone)
    problems.phone = 'This is not a complete phone number. Write it with its country: +44 20 …'
  const pageText = textIn(values, 'profileUrl')
  const profileUrl = normaliseProfileUrl(pageText)
  if (pageText && !profileUrl)
    problems.profileUrl = 'This is nobody’s page. Write its whole address.'
  return {
    firstName,
    lastName,
    email: normaliseEmail(textIn(values, 'email')),
    phone,
    profileUrl,
    problems,
  }
}

/** A colleague by e-mail or name. */
export const colleagueLink = `select k.value, c.id::text as id from unnest($1::text[]) k(value)
  join users c on lower(c.email) = lower(k.value) or lower(c.name) = lower(k.value)`

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '')

/** People who look for work, from a table. */
export const candidateImport: ImportKind = {
  key: 'candidates',
  label: 'Candidates',
  singular: 'candidate',
  collection: 'candidates',
  subject: 'candidate',
  referencePrefix: 'CA',
  permission: 'candidates.write',
  fields: [
    {
      key: 'firstName',
      label: 'First name',
      type: 'text',
      most: 100,
      names: ['forename', 'given name', 'Vorname', 'Prénom', 'Nombre', 'Nome', 'Voornaam', 'Imię'],
    },
    {
      key: 'lastName',
      label: 'Last name',
      type: 'text',
      most: 100,
      names: [
        'surname',
        'family name',
        'Nachname',
        'Familienname',
        'Nom',
        'Nom de famille',
        'Apellido',
        'Apellidos',
        'Cognome',
        'Achternaam',
        'Sobrenome',
        'Nazwisko',
      ],
    },
    {
      key: 'fullName',
      label: 'Whole name',
      type: 'text',
      most: 200,
      names: [
        'name',
        'full name',
        'candidate',
        'candidate name',
        'Kandidat',
        'Name vollständig',
        'Nom complet',
        'Nombre completo',
        'Nome completo',
        'Nominativo',
      ],
    },
    {
      key: 'email',
      label: 'E-mail',
      type: 'email',
      names: [
        'mail',
        'email address',
        'email 1',
        'primary email',
        'personal email',
        'E-Mail-Adresse',
        'Courriel',
        'Adresse e-mail',
        'Correo',
        'Correo electrónico',
        'Posta elettronica',
        'E-mailadres',
      ],
    },
    {
      key: 'phone',
      label: 'Phone',
      type: 'phone',
      names: [
        'phone number',
        'mobile',
        'mobile phone',
        'cell',
        'cell phone',
        'telephone',
        'phone 1',
        'Telefon',
        'Telefonnummer',
        'Handy',
        'Mobil',
        'Mobiltelefon',
        'Téléphone',
        'Portable',
        'Teléfono',
        'Móvil',
        'Telefono',
        'Cellulare',
        'Telefoon',
        'Telefone',
      ],
    },
    {
      key: 'city',
      label: 'Town',
      type: 'text',
      most: 120,
      names: [
        'city',
        'location',
        'Ort',
        'Stadt',
        'Wohnort',
        'Ville',
        'Ciudad',
        'Città',
        'Plaats',
        'Cidade',
        'Miasto',
      ],
    },
    {
      key: 'postcode',
      label: 'Postcode',
      type: 'text',
      most: 16,
      names: [
        'zip',
        'zip code',
        'postal code',
        'post code',
        'PLZ',
        'Postleitzahl',
        'Code postal',
        'CP',
        'Código postal',
        'CAP',
      ],
    },
    {
      key: 'region',
      label: 'State or region',
      type: 'text',
      most: 120,
      names: [
        'state',
        'region',
        'county',
        'province',
        'Bundesland',
        'Région',
        'Provincia',
        'Provincie',
      ],
    },
    {
      key: 'country',
      label: 'Country',
      type: 'country',
      names: ['Land', 'Pays', 'País', 'Paese', 'Kraj'],
    },
    {
      key: 'headline',
      label: 'In one line',
      type: 'text',
      most: 300,
      names: [
        'headline',
        'title',
        'job title',
        'current title',
        'current job title',
        'occupation',
        'position',
        'Beruf',
        'Berufsbezeichnung',
        'Poste',
        'Puesto',
        'Professione',
        'Functie',
      ],
    },
    {
      key: 'skills',
      label: 'Skills',
      type: 'list',
      names: [
        'key skills',
        'skill set',
        'primary skills',
        'tags',
        'Kenntnisse',
        'Fähigkeiten',
        'Compétences',
        'Habilidades',
        'Competenze',
        'Vaardigheden',
      ],
    },
    {
      key: 'availableOn',
      label: 'Available from',
      type: 'day',
      names: [
        'available',
        'availability',
        'date available',
        'available on',
        'start date',
        'Verfügbar ab',
        'Verfügbar',
        'Disponible',
        'Disponibilité',
        'Disponibile',
      ],
    },
    {
      key: 'desiredPay',
      label: 'Desired hourly pay',
      type: 'amount',
      permission: 'pay.read',
      names: [
        'desired pay',
        'desired rate',
        'hourly rate',
        'pay rate',
        'Stundenlohn',
        'Wunschlohn',
      ],
    },
    {
      key: 'profileUrl',
      label: 'Profile page',
      type: 'webLink',
      names: [
        'linkedin',
        'linkedin url',
        'linkedin profile',
        'profile url',
        'social media',
        'xing',
        'web site',
        'website',
        'homepage',
      ],
    },
    {
      key: 'state',
      label: 'Standing',
      type: 'choice',
      names: ['status', 'candidate status', 'state of candidate', 'Statut', 'Estado', 'Stato'],
      choices: {
        new: ['new lead', 'new', 'neu', 'lead', 'prospect', 'submitted'],
        active: [
          'active',
          'available',
          'aktiv',
          'qualified',
          'actif',
          'activo',
          'attivo',
          'placed',
          'hired',
          'in process',
        ],
        inactive: [
          'archive',
          'archived',
          'private',
          'not available',
          'inaktiv',
          'inactif',
          'rejected',
        ],
        do_not_use: ['blacklisted', 'dnu', 'do not contact', 'do not hire', 'gesperrt'],
      },
    },
    {
      key: 'doNotContact',
      label: 'Do not contact',
      type: 'yesNo',
      names: ['mass mail opt out', 'opt out', 'email opt out', 'do not email'],
    },
    {
      key: 'source',
      label: 'How we met',
      type: 'text',
      most: 120,
      names: [
        'source',
        'candidate source',
        'referred by',
        'Quelle',
        'Origine',
        'Fuente',
        'Fonte',
        'Bron',
      ],
    },
    {
      key: 'owner',
      label: 'Owner (e-mail or name)',
      type: 'text',
      most: 200,
      names: ['owner', 'recruiter', 'owner name', 'Betreuer', 'Zuständig', 'Propriétaire'],
    },
    {
      key: 'files',
      label: 'Files (names in the archive)',
      type: 'list',
      most: 50,
      names: [
        'file',
        'files',
        'file name',
        'file names',
        'attachment',
        'attachments',
        'cv',
        'cv file',
        'resume',
        'resume file',
        'resume file name',
        'documents',
        'Datei',
        'Dateien',
        'Lebenslauf',
        'Anlagen',
        'Fichier',
        'Archivo',
      ],
    },
    {
      key: 'externalId',
      label: 'Number in the old system',
      type: 'text',
      most: 100,
      names: ['id', 'candidate id', 'external id', 'reference', 'Nummer', 'Kandidatennummer'],
    },
  ],
  draft: (values) => {
    const { problems, ...person } = personKeys(values)
    const pay = textIn(values, 'desiredPay')
    const city = textIn(values, 'city')
    const owner = textIn(values, 'owner')
    const skills = values.skills
    const draft: ImportDraft = {
      row: {
        name: `${person.firstName} ${person.lastName}`,
        first_name: person.firstName,
        last_name: person.lastName,
        email: textIn(values, 'email'),
        email_normalised: person.email,
        phone: textIn(values, 'phone'),
        phone_e164: person.phone,
        profile_url: textIn(values, 'profileUrl'),
        profile_url_normalised: person.profileUrl,
        city,
        postcode: textIn(values, 'postcode'),
        region: textIn(values, 'region'),
        country: textIn(values, 'country') ?? 'US',
        headline: textIn(values, 'headline'),
        available_on: textIn(values, 'availableOn'),
        desired_pay_rate_e4: pay === null ? null : parseScaled({ text: pay, scale: 4 }),
        state: textIn(values, 'state') ?? 'new',
        do_not_contact: values.doNotContact === true,
        source: textIn(values, 'source') ?? 'import',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
      },
      texts: Array.isArray(skills) ? { skills } : {},
      keys: [
        ...(person.email ? [`email:${person.email}`] : []),
        ...(person.phone ? [`phone:${person.phone}`] : []),
        ...(person.profileUrl ? [`page:${person.profileUrl}`] : []),
      ],
      alike: alikeOf({ ...person, city, postcode: textIn(values, 'postcode') }),
      links: owner
        ? [{ column: 'owner_id', key: `colleague:${owner}`, field: 'owner', missing: null }]
        : [],
      externalId: textIn(values, 'externalId'),
      ...(Array.isArray(values.files) ? { files: values.files.map(fileKey) } : {}),
    }
    return { draft, problems }
  },
  takesFiles: true,
  keys: {
    email: keptBy('email_normalised'),
    phone: keptBy('phone_e164'),
    page: keptBy('profile_url_normalised'),
  },
  alike: {
    columns: ['first_name', 'last_name', 'city', 'postcode'],
    keys: ({ first_name, last_name, city, postcode }) => {
      const name = nameKey(textOr(first_name), textOr(last_name))
      return [
        `${name}|town ${plainWords(textOr(city))}`,
        `${name}|postcode ${postcodeKey(textOr(postcode))}`,
      ]
    },
  },
  skillWords: 'skills',
  links: { colleague: colleagueLink },
  title: 'c.name',
  about: { person: { kind: 'candidate', column: 'id' } },
  keyColumns: {
    email: ['email', 'email_normalised'],
    phone: ['phone', 'phone_e164'],
    page: ['profile_url', 'profile_url_normalised'],
  },
  // Mail with somebody's papers goes to their address: nobody gets one under another name.
  filledOnlyIf: {
    columns: ['email', 'email_normalised'],
    agrees: ({ record, row }) =>
      nameKey(textOr(record.first_name), textOr(record.last_name)) ===
      nameKey(textOr(row.first_name), textOr(row.last_name)),
  },
  neverFilled: [
    'state',
    'do_not_contact',
    'source',
    'currency',
    'zone',
    'locale',
    'name',
    'country',
    'first_name',
    'last_name',
  ],
}

/** By name and town, else by name and postcode; somebody of whom only the name is told is like nobody. */
const alikeOf = ({
  firstName,
  lastName,
  city,
  postcode,
}: {
  firstName: string
  lastName: string
  city: string | null
  postcode: string | null
}): ImportDraft['alike'] => {
  const name = nameKey(firstName, lastName)
  if (city)
    return { words: `${firstName} ${lastName} ${city}`, key: `${name}|town ${plainWords(city)}` }
  if (postcode)
    return { words: `${firstName} ${lastName}`, key: `${name}|postcode ${postcodeKey(postcode)}` }
  return null
}

const postcodeKey = (postcode: string): string => plainWords(postcode).replaceAll(' ', '')

/** The record that has this key, or the one that it was merged into. */
function keptBy(column: string): string {
  return `c.id = (select coalesce(known.merged_into_id, known.id) from candidates known
    where known.${column} = k.value and known.deleted_at is null)`
}
