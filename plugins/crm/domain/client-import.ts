import type { ImportKind } from '#plugins/kernel/domain'
import { normaliseEmail } from '#plugins/kernel/domain'
import { colleagueLink, personKeys } from './candidate-import'
import { plainWords } from './import-values'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const ownerField = {
  key: 'owner',
  label: 'Owner (e-mail or name)',
  type: 'text',
  most: 200,
  names: ['owner', 'account manager', 'owner name', 'Betreuer', 'Zuständig', 'Propriétaire'],
} as const

const ownerLink = (owner: unknown) =>
  typeof owner === 'string'
    ? [{ column: 'owner_id', key: `colleague:${owner}`, field: 'owner', missing: null }]
    : []

/** Companies, from a table. */
export const clientImport: ImportKind = {
  key: 'clients',
  label: 'Clients',
  singular: 'client',
  collection: 'client-corporations',
  subject: 'client',
  referencePrefix: 'CL',
  permission: 'clients.write',
  fields: [
    {
      key: 'name',
      label: 'Name',
      type: 'text',
      isRequired: true,
      most: 200,
      names: [
        'company',
        'company name',
        'client',
        'client name',
        'account name',
        'client corporation',
        'Firma',
        'Unternehmen',
        'Kunde',
        'Entreprise',
        'Société',
        'Empresa',
        'Azienda',
        'Bedrijf',
      ],
    },
    {
      key: 'industry',
      label: 'Industry',
      type: 'text',
      most: 200,
      names: ['sector', 'Branche', 'Secteur', 'Sector'],
    },
    {
      key: 'website',
      label: 'Website',
      type: 'text',
      most: 500,
      names: ['url', 'web site', 'company url', 'homepage', 'Webseite', 'Site web'],
    },
    {
      key: 'phone',
      label: 'Phone',
      type: 'phone',
      names: ['phone 1', 'main phone', 'phone number', 'Telefon', 'Téléphone', 'Teléfono'],
    },
    {
      key: 'email',
      label: 'E-mail',
      type: 'email',
      names: ['mail', 'email address', 'Courriel', 'Correo'],
    },
    {
      key: 'billingEmail',
      label: 'E-mail for invoices',
      type: 'email',
      names: ['billing email', 'invoice email', 'Rechnungsmail'],
    },
    {
      key: 'line1',
      label: 'Street',
      type: 'text',
      most: 200,
      names: [
        'address',
        'address 1',
        'street address',
        'Straße',
        'Adresse',
        'Dirección',
        'Indirizzo',
      ],
    },
    {
      key: 'city',
      label: 'Town',
      type: 'text',
      most: 120,
      names: ['city', 'Ort', 'Stadt', 'Ville', 'Ciudad', 'Città', 'Plaats'],
    },
    {
      key: 'region',
      label: 'State or region',
      type: 'text',
      most: 120,
      names: ['state', 'county', 'province', 'Bundesland'],
    },
    {
      key: 'postalCode',
      label: 'Postcode',
      type: 'text',
      most: 20,
      names: ['zip', 'zip code', 'postal code', 'PLZ', 'Code postal', 'CAP'],
    },
    { key: 'country', label: 'Country', type: 'country', names: ['Land', 'Pays', 'País', 'Paese'] },
    {
      key: 'status',
      label: 'Status',
      type: 'choice',
      names: ['client status', 'Statut', 'Estado', 'Stato'],
      choices: {
        prospect: ['lead', 'prospect', 'target', 'interessent'],
        active: ['active', 'client', 'customer', 'active account', 'aktiv', 'actif', 'kunde'],
        inactive: [
          'archive',
          'archived',
          'inaktiv',
          'inactif',
          'former',
          'lost',
          'dnc',
          'passive account',
        ],
      },
    },
    {
      key: 'notes',
      label: 'Notes of the agency',
      type: 'longText',
      names: ['comments', 'description', 'company description', 'Notizen', 'Bemerkung'],
    },
    ownerField,
    {
      key: 'externalId',
      label: 'Number in the old system',
      type: 'text',
      most: 100,
      names: ['id', 'company id', 'client id', 'external id', 'Kundennummer'],
    },
  ],
  draft: (values) => {
    const name = text(values.name) ?? ''
    const problems: Record<string, string> = name ? {} : { name: 'A name is needed.' }
    return {
      problems,
      draft: {
        row: {
          name,
          industry: text(values.industry),
          website: text(values.website),
          phone: text(values.phone),
          email: text(values.email),
          billing_email: text(values.billingEmail),
          billing_address_line1: text(values.line1),
          billing_address_city: text(values.city),
          billing_address_region: text(values.region),
          billing_address_postal_code: text(values.postalCode),
          billing_address_country: text(values.country),
          status: text(values.status) ?? 'prospect',
          notes: text(values.notes),
          currency: 'USD',
          overtime_billing: 'last-worked',
          bill_overtime_multiplier_bp: 15_000,
          is_on_credit_stop: false,
        },
        keys: [],
        alike: name ? { words: name, key: companyKey(name) } : null,
        links: ownerLink(values.owner),
        externalId: text(values.externalId),
      },
    }
  },
  keys: {},
  alike: { columns: ['name'], keys: ({ name }) => [companyKey(text(name) ?? '')] },
  links: { colleague: colleagueLink },
  title: 'c.name',
  about: { client: 'id' },
  neverFilled: [
    'name',
    'status',
    'currency',
    'overtime_billing',
    'bill_overtime_multiplier_bp',
    'is_on_credit_stop',
  ],
}

/** `Acme GmbH & Co. KG` and `ACME` are one company to whoever types it. */
export const companyKey = (name: string): string => {
  const words = plainWords(name).split(' ')
  const bare = words.filter((word) => !legalForms.has(word))
  return (bare.length > 0 ? bare : words).join(' ')
}

const legalForms = new Set([
  'inc',
  'incorporated',
  'llc',
  'llp',
  'lp',
  'ltd',
  'limited',
  'plc',
  'corp',
  'corporation',
  'co',
  'company',
  'gmbh',
  'ag',
  'kg',
  'ohg',
  'ug',
  'mbh',
  'und',
  'and',
  'se',
  'sa',
  'sas',
  'sarl',
  'srl',
  'spa',
  'bv',
  'nv',
  'oy',
  'ab',
  'as',
  'aps',
  'pty',
  'the',
])

/** People at companies, from a table; the company must be there. */
export const contactImport: ImportKind = {
  key: 'contacts',
  label: 'Client contacts',
  singular: 'client contact',
  collection: 'client-contacts',
  subject: 'client-contact',
  referencePrefix: null,
  permission: 'clients.write',
  fields: [
    {
      key: 'clientName',
      label: 'Client (name or number here)',
      type: 'text',
      most: 200,
      names: [
        'company',
        'company name',
        'client',
        'client name',
        'client corporation',
        'account name',
        'Firma',
        'Unternehmen',
        'Kunde',
        'Entreprise',
        'Société',
        'Empresa',
        'Azienda',
        'Bedrijf',
      ],
    },
    {
      key: 'clientNumber',
      label: 'Client’s number in the old system',
      type: 'text',
      most: 100,
      names: ['company id', 'client id', 'client corporation id', 'Kundennummer'],
    },
    {
      key: 'firstName',
      label: 'First name',
      type: 'text',
      most: 100,
      names: ['forename', 'given name', 'Vorname', 'Prénom', 'Nombre', 'Nome', 'Voornaam'],
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
        'Apellido',
        'Apellidos',
        'Cognome',
        'Achternaam',
      ],
    },
    {
      key: 'fullName',
      label: 'Whole name',
      type: 'text',
      most: 200,
      names: ['name', 'full name', 'contact', 'contact name', 'Ansprechpartner'],
    },
    {
      key: 'email',
      label: 'E-mail',
      type: 'email',
      names: ['mail', 'email address', 'email 1', 'E-Mail-Adresse', 'Courriel', 'Correo'],
    },
    {
      key: 'phone',
      label: 'Phone',
      type: 'phone',
      names: [
        'phone number',
        'phone work',
        'work phone',
        'direct phone',
        'mobile',
        'mobile phone',
        'Telefon',
        'Téléphone',
        'Teléfono',
      ],
    },
    {
      key: 'country',
      label: 'Country of the phone',
      type: 'country',
      names: ['Land', 'Pays', 'País', 'Paese'],
    },
    {
      key: 'jobTitle',
      label: 'Job title',
      type: 'text',
      most: 200,
      names: ['title', 'position', 'occupation', 'Funktion', 'Fonction', 'Cargo', 'Functie'],
    },
    {
      key: 'isApprover',
      label: 'Approves hours',
      type: 'yesNo',
      names: ['approver', 'timesheet approver'],
    },
    {
      key: 'isBillingContact',
      label: 'Receives invoices',
      type: 'yesNo',
      names: ['billing contact'],
    },
    {
      key: 'externalId',
      label: 'Number in the old system',
      type: 'text',
      most: 100,
      names: ['id', 'contact id', 'external id'],
    },
  ],
  draft: (values) => {
    const { problems, profileUrl: _unused, ...person } = personKeys(values)
    const clientName = text(values.clientName)
    const clientNumber = text(values.clientNumber)
    const key = clientNumber ? `client-number:${clientNumber}` : `client:${clientName}`
    return {
      problems: {
        ...problems,
        ...(clientName || clientNumber ? {} : { clientName: 'Name the client.' }),
      },
      draft: {
        row: {
          name: `${person.firstName} ${person.lastName}`,
          first_name: person.firstName,
          last_name: person.lastName,
          email: text(values.email),
          email_normalised: normaliseEmail(text(values.email)),
          phone: text(values.phone),
          phone_e164: person.phone,
          job_title: text(values.jobTitle),
          is_approver: values.isApprover === true,
          is_billing_contact: values.isBillingContact === true,
        },
        keys: [],
        alike: null,
        links: [
          {
            column: 'client_id',
            key,
            field: 'clientName',
            missing: `There is no client “${clientName ?? clientNumber}”. Import the clients first, or correct the name.`,
          },
        ],
        externalId: text(values.externalId),
      },
    }
  },
  linkedKeys: ({ client_id, email_normalised }) =>
    typeof client_id === 'string' && typeof email_normalised === 'string'
      ? [`contact:${client_id} ${email_normalised}`]
      : [],
  keys: {
    contact: `c.client_id = left(k.value, 36)::uuid and c.email_normalised = substr(k.value, 38)
      and c.deleted_at is null`,
  },
  alike: null,
  links: { client: clientLink(), 'client-number': oldNumberLink('clients') },
  title: 'c.name',
  about: { person: { kind: 'client-contact', column: 'id' }, client: 'client_id' },
  neverFilled: ['name', 'client_id', 'is_approver', 'is_billing_contact'],
}

/** A client by name or reference; of two of one name neither, because nobody knows which. */
export function clientLink(): string {
  return `select k.value, min(c.id::text) as id from unnest($1::text[]) k(value)
    join client_corporations c on c.deleted_at is null
      and (search_fold(c.name) = search_fold(k.value) or c.ref = k.value)
    group by k.value having count(*) = 1`
}

/** A record by the number it had in the system it was imported from. */
export function oldNumberLink(kind: 'candidates' | 'clients' | 'contacts' | 'orders'): string {
  return `select k.value, max(r.record_id::text) as id from unnest($1::text[]) k(value)
    join import_rows r on r.external_id = k.value and r.record_id is not null
    join imports i on i.id = r.import_id and i.kind = '${kind}'
    group by k.value`
}
