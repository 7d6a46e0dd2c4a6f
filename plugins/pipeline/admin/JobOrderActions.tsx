import { recordActions } from '#plugins/kernel/admin/server'
import { stateFrom } from '#plugins/kernel/domain'
import { isClosedOrder, isWorkedOn, jobOrderWorkflow } from '../domain/job-order-workflow'
import { addAction } from './opening-acts'

export const JobOrderActions = recordActions({
  collection: 'job-orders',
  actionsFor: ({ record, id }) => {
    const input = { jobOrderId: id }
    const state = stateFrom({ workflow: jobOrderWorkflow, value: record.state })
    if (!state) return []
    const isWorked = isWorkedOn(state)
    return [
      (state === 'intake' || state === 'on_hold') && {
        command: 'qualify-job-order',
        label: 'Qualify',
        input,
        done: 'In qualification.',
      },
      (state === 'qualifying' || state === 'on_hold') && {
        command: 'activate-job-order',
        label: 'Activate',
        input,
        tone: 'primary',
        done: 'Active: its openings are there.',
      },
      isWorked && {
        command: 'add-candidate-to-order',
        label: 'Add candidate…',
        input,
        fields: [
          {
            name: 'candidateId',
            label: 'Candidate',
            type: 'relation',
            isRequired: true,
            collection: 'candidates',
            except: { state: 'merged' },
            titleFields: ['name'],
          },
        ],
        tone: 'primary',
        done: 'The candidate is on the board.',
      },
      isWorked && {
        command: 'publish-job',
        label: 'Publish…',
        input,
        text: 'Shows the job on a site of the agency, where people apply.',
        fields: [
          {
            name: 'site',
            label: 'Site',
            type: 'relation',
            isRequired: true,
            collection: 'sites',
            titleFields: ['name'],
            titleAs: 'siteName',
          },
          { name: 'title', label: 'Title', type: 'text', value: record.title },
          {
            name: 'description',
            label: 'Description',
            type: 'textarea',
            value: record.description ?? '',
          },
          { name: 'isPayShown', label: 'Show the pay', type: 'checkbox', value: true },
          { name: 'isRemote', label: 'Done from anywhere', type: 'checkbox' },
          { name: 'validThroughOn', label: 'Online until', type: 'day' },
        ],
        done: 'Published.',
      },
      (isWorked || state === 'filled') && addAction(id),
      {
        command: 'copy-job-order',
        label: 'Copy…',
        input,
        text: 'Begins a new order with the same work and terms. Dates, exclusivity, approval and people stay with this one.',
        fields: [
          { name: 'title', label: 'Title', type: 'text', isRequired: true, value: record.title },
          {
            name: 'openingsCount',
            label: 'Openings',
            type: 'number',
            value: record.openingsCount,
            least: 1,
            most: 500,
          },
          { name: 'startsOn', label: 'Start', type: 'day' },
        ],
        done: 'The new order is there.',
        opens: { collection: 'job-orders', key: 'jobOrderId' },
      },
      {
        command: 'save-order-template',
        label: 'Save as a template…',
        input,
        text: 'Keeps the work and its usual terms for orders of the same kind, for any client. Client, people and dates stay out.',
        fields: [
          {
            name: 'name',
            label: 'Name of the template',
            type: 'text',
            isRequired: true,
            value: record.title,
          },
        ],
        done: 'The template is there.',
        opens: { collection: 'order-templates', key: 'orderTemplateId' },
      },
      !isClosedOrder(state) &&
        state !== 'on_hold' && {
          command: 'hold-job-order',
          label: 'Put on hold…',
          input,
          text: 'Its postings leave the sites.',
          fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
          done: 'On hold.',
        },
      !isClosedOrder(state) && {
        command: 'close-job-order',
        label: 'Close…',
        input,
        text: 'Open openings are cancelled and postings leave the sites. This cannot be undone.',
        fields: [
          {
            name: 'outcome',
            label: 'How it ended',
            type: 'select',
            isRequired: true,
            options: [
              { value: 'lost', label: 'Lost: filled by the client or somebody else' },
              { value: 'cancelled', label: 'Cancelled by the client' },
            ],
          },
          { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
        ],
        tone: 'danger',
        done: 'Closed.',
      },
    ]
  },
})
