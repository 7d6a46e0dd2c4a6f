/** Whose wish it is that a candidate is not sent to a client. */
export const clientBlockSources = ['client', 'candidate', 'agency'] as const

export type ClientBlockSource = (typeof clientBlockSources)[number]

export const clientBlockSourceLabels: Record<ClientBlockSource, string> = {
  client: 'The client',
  candidate: 'The candidate',
  agency: 'The agency',
}

/** Says who does not want whom, until when, and how it can be changed. */
export const clientBlockWords = ({
  wantedBy,
  clientName,
  until,
  placedByName,
}: {
  wantedBy: ClientBlockSource
  clientName: string
  until: string | null
  placedByName: string
}): string => {
  const who = {
    client: `${clientName} does not want this candidate`,
    candidate: `This candidate does not want to be sent to ${clientName}`,
    agency: `This candidate is not to be sent to ${clientName}`,
  }[wantedBy]
  return `${who}${until ? ` until ${until}` : ''} (noted by ${placedByName}). End the block first if that has changed.`
}
