import { APIError, type CollectionBeforeChangeHook } from 'payload'

/** Nobody writes to a record that was merged: what is new belongs to the one that was kept. */
export const guardMergedCandidate: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isMerged =
    operation === 'update' && originalDoc?.state === 'merged' && data.state !== 'anonymised'
  if (isMerged && !commandsThatMay.includes(String(req.context.command)))
    throw new APIError(
      'This record was merged into another one. Open the kept record and change that.',
      409,
      null,
      true,
    )
  return data
}

const commandsThatMay = ['merge-candidates', 'undo-merge', 'erase-person']
