import type { PayloadRequest } from 'payload'

import { lockRecord, moveRecord } from '#plugins/kernel'
import { judgeMove, stateFrom } from '#plugins/kernel/domain'
import { candidateWorkflow } from '../domain/candidate-workflow'

/** Notes that a client sees the candidate; one who is placed or blocked stays what they are. */
export const putCandidateInProcess = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<void> => {
  const candidate = await lockRecord({ req, collection: 'candidates', id: candidateId })
  const from = stateFrom({ workflow: candidateWorkflow, value: candidate?.state })
  if (!from || from === 'in_process' || from === 'placed') return
  if (!judgeMove({ workflow: candidateWorkflow, from, to: 'in_process', record: {} }).ok) return
  const moved = await moveRecord({
    req,
    collection: 'candidates',
    id: candidateId,
    to: 'in_process',
    what: 'candidate',
  })
  if (!moved.ok) throw new Error(`Candidate ${candidateId}: ${moved.failure.code}`)
}
