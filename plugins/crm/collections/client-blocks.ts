import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { clientBlockSources, clientBlockSourceLabels } from '../domain/client-block'

/** A candidate who is not to be sent to a client: the client’s wish, the candidate’s or our own. */
export const ClientBlocks: CollectionConfig = {
  slug: 'client-blocks',
  labels: { singular: label('Client block'), plural: label('Client blocks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'candidates.read', write: null }),
  custom: {
    announce: {
      subject: 'client-block',
      candidate: 'candidate',
      client: 'client',
      personal: ['reason', 'endReason'],
    },
  },
  admin: {
    group: 'Candidates',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/crm/admin/ClientBlockActions#ClientBlockActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'client', 'wantedBy', 'reason', 'until', 'endedAt'],
    listSearchableFields: ['reason', 'placedByName'],
    description:
      'Who is not to be sent to whom. A block is placed on the screen of the candidate or of the client; while it stands nobody shows the candidate to that client.',
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Candidate’s name'),
      virtual: 'candidate.name',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'wantedBy',
      type: 'select',
      label: label('Whose wish'),
      required: true,
      options: clientBlockSources.map((value) => ({
        value,
        label: label(clientBlockSourceLabels[value]),
      })),
      admin: { readOnly: true },
    },
    {
      name: 'reason',
      type: 'text',
      label: label('Why'),
      required: true,
      admin: { readOnly: true },
    },
    { ...dayField({ name: 'until', text: 'Until and with' }), admin: { readOnly: true } },
    {
      name: 'placedByName',
      type: 'text',
      label: label('Placed by'),
      required: true,
      admin: { readOnly: true },
    },
    instantField({ name: 'endedAt', text: 'Ended at' }),
    {
      name: 'endedByName',
      type: 'text',
      label: label('Ended by'),
      admin: { readOnly: true },
    },
    {
      name: 'endReason',
      type: 'text',
      label: label('Why it was ended'),
      admin: { readOnly: true },
    },
  ],
}
