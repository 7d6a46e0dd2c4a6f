import { plainWords } from './import-values'

/**
 * Exports of other systems are known by headings that stand together only there. What their columns
 * are is said by the names of the fields; here stands what differs from everybody else's words.
 */
const sources: readonly {
  key: string
  label: string
  /** All of one of these lists. */
  signs: readonly (readonly string[])[]
  /** Kind → heading → field, where the heading alone would mislead. */
  columns: Readonly<Record<string, Readonly<Record<string, string>>>>
}[] = [
  {
    key: 'opencats',
    label: 'OpenCATS',
    signs: [
      ['first_name', 'last_name', 'phone_cell', 'key_skills'],
      ['first_name', 'last_name', 'email1', 'phone_home'],
      ['First Name', 'Last Name', 'Key Skills', 'Cell Phone'],
      // Whatever columns somebody has put into their lists; these are nowhere else side by side.
      ['First Name', 'Last Name', '2nd E-Mail'],
      ['First Name', 'Last Name', 'Key Skills'],
      ['First Name', 'Last Name', 'Misc Notes'],
      ['Name', 'Phone 2', 'Misc Notes'],
      ['Name', 'Jobs', 'Web Site'],
      ['Title', 'Company', 'In Pipeline'],
      ['Title', 'Company', 'Company Job ID'],
      ['name', 'billing_contact', 'key_technologies'],
      ['company_id', 'first_name', 'last_name', 'email1'],
      ['joborder_id', 'title'],
    ],
    columns: {
      candidates: {
        candidate_id: 'externalId',
        email1: 'email',
        phone_cell: 'phone',
        key_skills: 'skills',
        date_available: 'availableOn',
        is_hot: '',
        notes: '',
        web_site: 'profileUrl',
        desired_pay: 'desiredPay',
        'Misc Notes': '',
        'Home Phone': '',
        'Work Phone': '',
        // When the record was made, not when somebody was met.
        Created: '',
      },
      clients: {
        company_id: 'externalId',
        url: 'website',
        phone1: 'phone',
        key_technologies: '',
        'Misc Notes': 'notes',
        contact: '',
      },
      contacts: {
        contact_id: 'externalId',
        company_id: 'clientNumber',
        email1: 'email',
        phone_work: 'phone',
        title: 'jobTitle',
        'Work Phone': 'phone',
      },
      orders: {
        'Max Rate': 'payRate',
        'Company Job ID': '',
        joborder_id: 'externalId',
        company_id: 'clientNumber',
        openings: 'openingsCount',
        start_date: 'startsOn',
      },
      notes: { data_item_id: 'candidateNumber', date_created: 'writtenAt', entered_by: 'author' },
    },
  },
  {
    key: 'bullhorn',
    label: 'Bullhorn',
    signs: [
      ['Candidate ID', 'Date Added', 'Mobile Phone'],
      ['ID', 'First Name', 'Last Name', 'Mobile', 'Date Added'],
      ['id', 'firstName', 'lastName', 'mobile', 'dateAdded'],
      ['Company ID', 'Company Name', 'Date Added'],
      ['Contact ID', 'Company', 'Date Added'],
      ['Job ID', 'Job Title', 'Employment Type'],
      ['Note ID', 'Action', 'Date Added'],
      // As the fields are called where its lists are taken out and brought in.
      ['firstName', 'lastName', 'occupation', 'categoryID'],
      ['firstName', 'lastName', 'clientCorporationID'],
      ['firstName', 'lastName', 'dateAvailable'],
      ['name', 'companyURL', 'businessSectorID'],
      ['title', 'numOpenings', 'clientCorporationID'],
    ],
    columns: {
      candidates: {
        id: 'externalId',
        'Candidate ID': 'externalId',
        mobile: 'phone',
        'Mobile Phone': 'phone',
        occupation: 'headline',
        'Job Title': 'headline',
        'Date Available': 'availableOn',
        'Primary Skills': 'skills',
        skillSet: 'skills',
        skillList: 'skills',
        hourlyRate: 'desiredPay',
        hourlyRateLow: 'desiredPay',
        ownerID: '',
        comments: '',
        companyURL: '',
      },
      clients: {
        id: 'externalId',
        'Company ID': 'externalId',
        'Company Name': 'name',
        companyURL: 'website',
      },
      contacts: {
        clientCorporationID: 'clientNumber',
        id: 'externalId',
        'Contact ID': 'externalId',
        'Company ID': 'clientNumber',
        company: 'clientName',
      },
      orders: {
        id: 'externalId',
        'Job ID': 'externalId',
        'Job Title': 'title',
        company: 'clientName',
        clientCorporationID: 'clientNumber',
        numOpenings: 'openingsCount',
        'Number of Openings': 'openingsCount',
      },
      notes: {
        comments: 'text',
        'Date Added': 'writtenAt',
        'Commenting Person': 'author',
        'Candidate ID': 'candidateNumber',
      },
    },
  },
  {
    key: 'greenhouse',
    label: 'Greenhouse',
    signs: [
      ['Candidate ID', 'Application ID'],
      ['Candidate Name', 'Application Date'],
      ['First Name', 'Last Name', 'Social Media', 'Who gets credit'],
      ['Candidate ID', 'Candidate Name', 'Email Addresses'],
      ['First Name', 'Last Name', 'Job', 'Milestone'],
      ['First Name', 'Last Name', 'Candidate Tags'],
      ['First Name', 'Last Name', 'Prospect Pool'],
      ['First Name', 'Last Name', 'Social Media Links'],
    ],
    columns: {
      candidates: {
        'Candidate ID': 'externalId',
        'Candidate Name': 'fullName',
        'Email Addresses': 'email',
        'Phone Numbers': 'phone',
        'Social Media': 'profileUrl',
        'Social Media Addresses': 'profileUrl',
        'Social Media Links': 'profileUrl',
        'Candidate Tags': 'skills',
        'Phone Number': 'phone',
        // Their own page is what it is told apart by; a home page may be an employer’s.
        website: '',
        websites: '',
        'Who gets credit': 'owner',
        office: '',
        department: '',
        title: 'headline',
        'Current Title': 'headline',
        tags: 'skills',
        recruiter: 'owner',
      },
      clients: {},
      contacts: {},
      orders: { 'Job ID': 'externalId', 'Job Name': 'title', department: 'clientName' },
      notes: {
        'Candidate ID': 'candidateNumber',
        body: 'text',
        'Created At': 'writtenAt',
        user: 'author',
      },
    },
  },
]

/** Which system wrote this file, and which fields its columns hold there; null when none is known. */
export const sourceOf = ({
  headers,
  kind,
}: {
  headers: readonly string[]
  kind: string
}): { key: string; label: string; columns: (string | null | undefined)[] } | null => {
  const said = headers.map(squeezed)
  const source = sources.find(({ signs }) =>
    signs.some((sign) => sign.every((heading) => said.includes(squeezed(heading)))),
  )
  if (!source) return null
  const named = new Map(
    Object.entries(source.columns[kind] ?? {}).map(([heading, field]) => [
      squeezed(heading),
      field,
    ]),
  )
  return {
    key: source.key,
    label: source.label,
    // An empty field is a column that is better left out; undefined one that other words decide.
    columns: said.map((heading) => {
      const field = named.get(heading)
      return field === '' ? null : field
    }),
  }
}

const squeezed = (text: string): string =>
  plainWords(text.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).replaceAll(' ', '')
