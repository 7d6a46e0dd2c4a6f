import { z } from 'zod'

import { defineJob } from '#plugins/kernel'
import { removeDocumentFile } from '../adapters/document-files'
import { noteErased } from '../adapters/erased-list'

export const finishErasureQueue = 'finish-erasure'

/** After the commit of an erasure: its files go, and the person goes on the list that outlives backups. */
export const finishErasureJob = ({ dataDir }: { dataDir: string }) =>
  defineJob({
    name: finishErasureQueue,
    input: z.object({
      erasureId: z.string(),
      person: z.object({ kind: z.enum(['candidate', 'client-contact']), id: z.uuid() }),
      ground: z.enum(['asked', 'retention', 'mistake']),
      filenames: z.array(z.string()),
    }),
    leaseSeconds: 120,
    retryLimit: 10,
    retryDelaySeconds: 30,
    run: async ({ input: { person, ground, filenames }, attempt: { payload } }) => {
      await noteErased({ dataDir, erased: { person, ground } })
      for (const filename of filenames) await removeDocumentFile({ payload, filename })
    },
  })
