import type { PayloadRequest, SanitizedConfig } from 'payload'

import { sqlOf, sqlOfReplica, type Sql } from '#plugins/kernel'

/** Where figures are read: on the replica of REPORTS_DATABASE_URL, else where everybody works. */
export const reportsSql = (req: PayloadRequest): Sql => {
  const url = replicaUrlOf(req.payload.config)
  return url ? sqlOfReplica({ payload: req.payload, url }) : sqlOf(req)
}

const replicaUrlOf = ({ custom }: SanitizedConfig): string | null => {
  const url: unknown = custom.reportsDatabaseUrl
  return typeof url === 'string' ? url : null
}
