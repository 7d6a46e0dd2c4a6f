import { parseScaled, type ImportKind } from '#plugins/kernel/domain'
import { clientLink, colleagueLink, oldNumberLink } from '#plugins/crm/domain'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const scaled = (value: unknown, scale: number): number | null =>
  typeof value === 'string' ? parseScaled({ text: value, scale }) : null

/** Orders of another system; all begin in intake, where they are qualified as any other. */
export const orderImport: ImportKind = {
  key: 'orders',
  label: 'Job orders',
  singular: 'job order',
  collection: 'job-orders',
  subject: 'job-order',
  referencePrefix: 'JO',
  permission: 'orders.write',
  fields: [
    {
      key: 'title',
      label: 'Title',
      type: 'text',
      isRequired: true,
      most: 200,
      names: [
        'job title',
        'job',
        'job name',
        'position',
        'Stelle',
        'Titel',
        'Poste',
        'Puesto',
        'Titolo',
      ],
    },
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
        'Firma',
        'Kunde',
        'Entreprise',
        'Empresa',
      ],
    },
    {
      key: 'clientNumber',
      label: 'Client’s number in the old system',
      type: 'text',
      most: 100,
      names: ['company id', 'client id', 'client corporation id'],
    },
    {
      key: 'employmentType',
      label: 'Employment type',
      type: 'choice',
      names: ['type', 'job type', 'Art', 'Beschäftigungsart'],
      choices: {
        permanent: [
          'perm',
          'direct hire',
          'full time',
          'h',
          'festanstellung',
          'unbefristet',
          'cdi',
        ],
        contract: [
          'c',
          'contract',
          'contractor',
          'contract to hire',
          'c2h',
          'freelance',
          'projekt',
          'cdd',
        ],
        temp: ['temporary', 'temp to hire', 'zeitarbeit', 'interim', 'fl', 'temporär'],
      },
    },
    {
      key: 'openingsCount',
      label: 'Openings',
      type: 'number',
      names: ['openings', 'number of openings', 'num openings', 'positions', 'Anzahl', 'Postes'],
    },
    {
      key: 'startsOn',
      label: 'Start',
      type: 'day',
      names: ['start date', 'starts on', 'Beginn', 'Début', 'Inicio'],
    },
    {
      key: 'endsOn',
      label: 'End',
      type: 'day',
      names: ['end date', 'scheduled end date', 'ends on', 'Ende', 'Fin'],
    },
    {
      key: 'description',
      label: 'Description',
      type: 'longText',
      names: ['job description', 'public description', 'Beschreibung', 'Descripción'],
    },
    {
      key: 'mustHaves',
      label: 'Must have',
      type: 'list',
      names: ['skills', 'required skills', 'requirements', 'Anforderungen'],
    },
    {
      key: 'payRate',
      label: 'Pay rate per hour',
      type: 'amount',
      permission: 'pay.read',
      names: ['pay rate', 'rate max', 'Stundenlohn'],
    },
    {
      key: 'billRate',
      label: 'Bill rate per hour',
      type: 'amount',
      permission: 'rates.read',
      names: ['bill rate', 'client bill rate', 'Stundensatz'],
    },
    {
      key: 'owner',
      label: 'Owner (e-mail or name)',
      type: 'text',
      most: 200,
      names: ['recruiter', 'owner name', 'Betreuer'],
    },
    {
      key: 'externalId',
      label: 'Number in the old system',
      type: 'text',
      most: 100,
      names: ['id', 'job id', 'joborder id', 'external id'],
    },
  ],
  draft: (values) => {
    const problems: Record<string, string> = {}
    const title = text(values.title) ?? ''
    if (!title) problems.title = 'A title is needed.'
    const clientName = text(values.clientName)
    const clientNumber = text(values.clientNumber)
    if (!clientName && !clientNumber) problems.clientName = 'Name the client.'
    const openings = values.openingsCount ?? 1
    if (
      typeof openings !== 'number' ||
      !Number.isInteger(openings) ||
      openings < 1 ||
      openings > 500
    )
      problems.openingsCount = 'A whole number from 1 to 500.'
    const startsOn = text(values.startsOn)
    const endsOn = text(values.endsOn)
    if (startsOn && endsOn && endsOn < startsOn) problems.endsOn = 'The end is before the start.'
    const owner = text(values.owner)
    const texts: Record<string, readonly string[]> = Array.isArray(values.mustHaves)
      ? { mustHaves: values.mustHaves }
      : {}
    return {
      problems,
      draft: {
        row: {
          title,
          state: 'intake',
          employment_type: text(values.employmentType) ?? 'contract',
          openings_count: openings,
          starts_on: startsOn,
          ends_on: endsOn,
          description: text(values.description),
          pay_rate_e4: scaled(values.payRate, 4),
          bill_rate_e4: scaled(values.billRate, 4),
          currency: 'USD',
          screening_kind: 'none',
          screening_knock_out: 'none',
          is_public: false,
        },
        texts,
        keys: [],
        alike: null,
        links: [
          {
            column: 'client_id',
            key: clientNumber ? `client-number:${clientNumber}` : `client:${clientName}`,
            field: 'clientName',
            missing: `There is no client “${clientName ?? clientNumber}”. Import the clients first, or correct the name.`,
          },
          ...(owner
            ? [{ column: 'owner_id', key: `colleague:${owner}`, field: 'owner', missing: null }]
            : []),
        ],
        externalId: text(values.externalId),
      },
    }
  },
  keys: {},
  alike: null,
  links: {
    colleague: colleagueLink,
    client: clientLink(),
    'client-number': oldNumberLink('clients'),
  },
  title: 'c.title',
  about: { client: 'client_id', order: 'id' },
  ownedBy: 'owner_id',
  neverFilled: ['title', 'state', 'client_id', 'owner_id'],
}
