import { describe, expect, it } from 'vitest'

import { sourceOf } from './import-source'

/** Headings as the lists and templates of these systems have them. */
const files = [
  {
    source: 'opencats',
    kind: 'candidates',
    headers:
      'First Name,Last Name,E-Mail,2nd E-Mail,Cell Phone,City,State,Zip,Misc Notes,Key Skills,Available,Owner',
    columns: { 'Misc Notes': null, 'Key Skills': 'skills' },
  },
  {
    source: 'opencats',
    kind: 'clients',
    headers: 'Name,Jobs,Phone,Phone 2,City,State,Zip,Web Site,Owner,Contact,Misc Notes',
    columns: { 'Misc Notes': 'notes', Contact: null },
  },
  {
    source: 'opencats',
    kind: 'orders',
    headers: 'id,Company Job id,Title,Company,Type,Status,In Pipeline,Max Rate,Openings',
    columns: { 'Max Rate': 'payRate', 'Company Job id': null },
  },
  {
    source: 'bullhorn',
    kind: 'candidates',
    headers:
      'firstName,lastName,email,mobile,occupation,categoryID,dateAvailable,skillList,ownerID',
    columns: { occupation: 'headline', skillList: 'skills', mobile: 'phone', ownerID: null },
  },
  {
    source: 'bullhorn',
    kind: 'contacts',
    headers: 'firstName,lastName,email,phone,clientCorporationID',
    columns: { clientCorporationID: 'clientNumber' },
  },
  {
    source: 'greenhouse',
    kind: 'candidates',
    headers:
      'First Name,Last Name,Company,Title,Email,Phone,Website,Social Media,Address,Source,Who gets credit,Job,Milestone',
    columns: { Title: 'headline', 'Social Media': 'profileUrl', Website: null },
  },
  {
    source: 'greenhouse',
    kind: 'candidates',
    headers:
      'First Name,Last Name,Current Title,Candidate Tags,Social Media Links,Application Date',
    columns: { 'Candidate Tags': 'skills', 'Current Title': 'headline' },
  },
] as const

describe('an export of another system', () => {
  it.each(files)('of $source with $kind is known by its headings', (file) => {
    const headers = file.headers.split(',')
    const found = sourceOf({ headers, kind: file.kind })
    expect(found?.key).toBe(file.source)
    for (const [heading, field] of Object.entries(file.columns))
      expect([heading, found?.columns[headers.indexOf(heading)]]).toEqual([heading, field])
  })

  it('is not seen in a table of anybody’s own', () => {
    for (const headers of ['First Name,Last Name,Email,Phone', 'Name,Phone,City', 'Title,Company'])
      expect(sourceOf({ headers: headers.split(','), kind: 'candidates' }), headers).toBeNull()
  })
})
