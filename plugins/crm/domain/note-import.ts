import { isUuid, type ImportKind } from '#plugins/kernel/domain'
import { clientLink, oldNumberLink } from './client-import'
import { colleagueLink } from './candidate-import'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What names the record a note is about: column of the table → kind of record and where it is looked for. */
const about = [
  { field: 'candidateNumber', kind: 'candidate', prefix: 'candidate-number' },
  { field: 'candidateEmail', kind: 'candidate', prefix: 'candidate-email' },
  { field: 'clientNumber', kind: 'client', prefix: 'client-number' },
  { field: 'clientName', kind: 'client', prefix: 'client' },
  { field: 'contactNumber', kind: 'client-contact', prefix: 'contact-number' },
  { field: 'contactEmail', kind: 'client-contact', prefix: 'contact-email' },
  { field: 'orderNumber', kind: 'job-order', prefix: 'order-number' },
] as const

/** Notes with their dates and authors, about people, companies and orders that are there. */
export const noteImport: ImportKind = {
  key: 'notes',
  label: 'Notes',
  singular: 'note',
  collection: 'notes',
  subject: 'note',
  referencePrefix: null,
  permission: 'activity.write',
  fields: [
    {
      key: 'text',
      label: 'Text',
      type: 'longText',
      isRequired: true,
      most: 10_000,
      names: [
        'note',
        'notes',
        'comment',
        'comments',
        'body',
        'description',
        'Notiz',
        'Bemerkung',
        'Commentaire',
        'Nota',
      ],
    },
    {
      key: 'writtenAt',
      label: 'Written at',
      type: 'instant',
      names: [
        'date',
        'date added',
        'date created',
        'created at',
        'created',
        'Datum',
        'Erstellt am',
        'Date de création',
        'Fecha',
      ],
    },
    {
      key: 'author',
      label: 'Written by',
      type: 'text',
      most: 200,
      names: [
        'author',
        'user',
        'entered by',
        'created by',
        'commenting person',
        'Verfasser',
        'Autor',
        'Auteur',
        'Autore',
      ],
    },
    {
      key: 'subject',
      label: 'Heading',
      type: 'text',
      most: 200,
      names: ['action', 'type', 'subject', 'title', 'Betreff', 'Objet'],
    },
    {
      key: 'candidateNumber',
      label: 'Candidate’s number (old or here)',
      type: 'text',
      most: 100,
      names: ['candidate id', 'person id', 'Kandidatennummer'],
    },
    {
      key: 'candidateEmail',
      label: 'Candidate’s e-mail',
      type: 'email',
      names: ['candidate email', 'email', 'person email'],
    },
    {
      key: 'clientNumber',
      label: 'Client’s number in the old system',
      type: 'text',
      most: 100,
      names: ['company id', 'client id', 'client corporation id'],
    },
    {
      key: 'clientName',
      label: 'Client (name or number here)',
      type: 'text',
      most: 200,
      names: ['company', 'company name', 'client'],
    },
    {
      key: 'contactNumber',
      label: 'Contact’s number in the old system',
      type: 'text',
      most: 100,
      names: ['contact id', 'client contact id'],
    },
    { key: 'contactEmail', label: 'Contact’s e-mail', type: 'email', names: ['contact email'] },
    {
      key: 'orderNumber',
      label: 'Order’s number in the old system',
      type: 'text',
      most: 100,
      names: ['job id', 'joborder id', 'job order id'],
    },
    {
      key: 'externalId',
      label: 'Number in the old system',
      type: 'text',
      most: 100,
      names: ['id', 'note id', 'activity id'],
    },
  ],
  draft: (values) => {
    const problems: Record<string, string> = {}
    const said = text(values.text)
    if (!said) problems.text = 'A text is needed.'
    const named = about.find(({ field }) => text(values[field]))
    const value = named ? (text(values[named.field]) ?? '') : ''
    if (!named)
      problems.candidateNumber = 'Say whom or what it is about: a number, an e-mail or a name.'
    const author = text(values.author)
    const heading = text(values.subject)
    return {
      problems,
      draft: {
        row: {
          text: heading && said ? `${heading}\n${said}` : (said ?? ''),
          kind: 'note',
          about_kind: named?.kind ?? '',
          author_name: author,
          created_at: text(values.writtenAt),
        },
        keys: [],
        alike: null,
        links: [
          ...(named
            ? [
                {
                  column: 'about_id',
                  key: `${named.prefix}:${named.prefix.endsWith('email') ? value.toLowerCase() : value}`,
                  field: named.field,
                  missing: `There is nobody and nothing known by “${value}”. Import those first.`,
                },
              ]
            : []),
          ...(author
            ? [{ column: 'author_id', key: `colleague:${author}`, field: 'author', missing: null }]
            : []),
        ],
        externalId: text(values.externalId),
      },
    }
  },
  // The same words of the same moment about the same record are the same note.
  linkedKeys: ({ about_id, text: said, created_at }) =>
    typeof about_id === 'string' &&
    isUuid(about_id) &&
    typeof said === 'string' &&
    typeof created_at === 'string'
      ? [`note:${about_id} ${created_at} ${said.slice(0, 200)}`]
      : [],
  keys: {
    // Behind the id stand the moment, as long as ISO writes it, and the words.
    note: `c.about_id = left(k.value, 36) and c.created_at = substr(k.value, 38, 24)::timestamptz
      and left(c.text, 200) = substr(k.value, 63)`,
  },
  alike: null,
  links: {
    colleague: colleagueLink,
    client: clientLink(),
    'client-number': oldNumberLink('clients'),
    'contact-number': oldNumberLink('contacts'),
    'candidate-number': `select old.value, coalesce(c.merged_into_id, c.id)::text as id
      from (${oldNumberLink('candidates')}) old join candidates c on c.id::text = old.id union
      select k.value, coalesce(c.merged_into_id, c.id)::text as id from unnest($1::text[]) k(value)
        join candidates c on c.ref = k.value and c.deleted_at is null`,
    'candidate-email': `select k.value, coalesce(c.merged_into_id, c.id)::text as id from unnest($1::text[]) k(value)
      join candidates c on c.email_normalised = k.value and c.deleted_at is null`,
    'contact-email': `select k.value, min(c.id::text) as id from unnest($1::text[]) k(value)
      join client_contacts c on c.email_normalised = k.value and c.deleted_at is null
      group by k.value having count(*) = 1`,
    'order-number': oldNumberLink('orders'),
  },
  title: 'left(c.text, 60)',
  about: {},
  story: {
    created: 'note.added',
    deleted: 'note.removed',
    kind: 'about_kind',
    id: 'about_id',
    as: 'note',
  },
  untouched: 'c.changed_at is null and c.removed_at is null',
  neverFilled: ['text', 'kind', 'about_kind', 'about_id', 'author_id', 'author_name', 'created_at'],
}
