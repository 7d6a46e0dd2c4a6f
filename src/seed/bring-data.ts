import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { keepTable } from '#plugins/crm'
import { registryOf, requestFor } from '#plugins/kernel'
import type { Happening, Story } from './story'

/** A table of the agency's old system, checked and waiting for a decision: nothing of it is written yet. */
export const broughtData = (story: Story): Happening[] => [
  {
    daysAgo: 0,
    time: '08:10',
    play: async () => {
      const importId = await keptFile({ story, text: await oldCandidates(story) })
      const { columns } = await story.payload.findByID({
        collection: 'imports',
        id: importId,
        depth: 0,
        overrideAccess: true,
      })
      await story.staff({ as: 'helen', command: 'map-import', input: { importId, columns } })
      story.ids.keep('import:candidates', importId)
    },
  },
]

/** As Bullhorn exports candidates: new ones, one known, one who looks known, two that are not usable. */
const oldCandidates = async (story: Story): Promise<string> => {
  const known = await candidateOf({ story, key: 'hannah-lindqvist' })
  const alike = await candidateOf({ story, key: 'luis-angel-robles' })
  return [
    [
      'ID',
      'First Name',
      'Last Name',
      'Email',
      'Mobile',
      'City',
      'Occupation',
      'Primary Skills',
      'Date Added',
    ],
    [
      '10412',
      'Noor',
      'Haddad',
      'noor.haddad@example.org',
      '+1 212 555 0191',
      'New York',
      'Registered nurse',
      'ICU; triage',
      '04/18/2022',
    ],
    [
      '10413',
      known.firstName,
      known.lastName,
      known.email ?? '',
      '',
      known.city ?? '',
      'Nurse',
      'Ventilation',
      '05/02/2022',
    ],
    [
      '10414',
      'Teodor',
      'Ilić',
      'teodor.ilic@example',
      '+1 646 555 0117',
      'Newark',
      'Welder',
      'MIG; TIG',
      '06/11/2022',
    ],
    [
      '10415',
      alike.firstName,
      alike.lastName,
      'l.robles@example.org',
      '',
      alike.city ?? '',
      'Forklift driver',
      'Forklift',
      '08/30/2022',
    ],
    [
      '10416',
      'Saoirse',
      'Byrne',
      'saoirse.byrne@example.org',
      '555-01',
      'Hoboken',
      'Receptionist',
      'Front desk',
      '09/14/2022',
    ],
    [
      '10417',
      'Mei-Ling',
      'Zhao',
      'meiling.zhao@example.org',
      '+1 917 555 0164',
      'Brooklyn',
      'Design engineer',
      'AutoCAD; Revit',
      '01/09/2023',
    ],
  ]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

const candidateOf = async ({ story, key }: { story: Story; key: string }) =>
  await story.payload.findByID({
    collection: 'candidates',
    id: story.ids.of(`candidate:${key}`),
    depth: 0,
    overrideAccess: true,
  })

const keptFile = async ({ story, text }: { story: Story; text: string }): Promise<string> => {
  const kind = registryOf(story.payload).imports.get('candidates')
  if (!kind) throw new Error('Candidates cannot be imported.')
  const folder = await mkdtemp(path.join(tmpdir(), 'placewright-demo-'))
  try {
    const file = path.join(folder, 'table')
    await writeFile(file, text)
    const req = await requestFor({
      payload: story.payload,
      actor: { kind: 'system', id: 'demo' },
    })
    const kept = await keepTable({ req, file, kind, fileName: 'bullhorn-candidates.csv' })
    if (!kept.ok) throw new Error(kept.failure.message)
    return kept.value
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
