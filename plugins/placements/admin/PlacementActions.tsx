import { recordActions } from '#plugins/kernel/admin/server'
import { minorDigitsOf } from '#plugins/kernel/domain'
import { hasStarted, idOf, isPermanent } from '../domain'

export const PlacementActions = recordActions({
  collection: 'placements',
  actionsFor: async ({ record, id, payload, user }) => {
    const input = { placementId: id }
    const isExpected = record.state === 'confirmed' || record.state === 'ready'
    const isWorking = record.state === 'active' || record.state === 'notice'
    const clientId = idOf(record.client)
    const isTemporary = !isPermanent(record.employmentType)
    const terms = await payload.find({
      collection: 'placement-terms',
      where: { placement: { equals: id } },
      sort: '-version',
      limit: 1,
      depth: 0,
      pagination: false,
      user,
      overrideAccess: false,
    })
    const currency = terms.docs[0]?.currency
    const unit = currency ? { unit: currency } : {}
    const scale = minorDigitsOf(currency)
    return [
      record.state === 'pending' && {
        command: 'confirm-placement',
        label: 'Confirm…',
        input,
        text: 'Client and worker are told; the worker gets the assignment letter.',
        tone: 'primary',
        done: 'Confirmed.',
      },
      isExpected && {
        command: 'start-placement',
        label: 'Start…',
        input,
        text: 'The worker is there. Timesheets open from this day.',
        fields: [{ name: 'startedOn', label: 'First day', type: 'day', value: record.startsOn }],
        tone: 'primary',
        done: 'Started.',
      },
      hasStarted(record.state) &&
        isTemporary && {
          command: 'open-timesheet',
          label: 'Open timesheet…',
          input,
          fields: [
            {
              name: 'weekStartsOn',
              label: 'A day of the week',
              type: 'day',
              isRequired: true,
              least: record.startsOn,
            },
          ],
          tone: 'primary',
          done: 'The timesheet is there.',
          opens: { collection: 'timesheets', key: 'timesheetId' },
        },
      !isTemporary &&
        hasStarted(record.state) && {
          command: 'draft-fee-invoice',
          label: 'Draft fee invoice',
          input,
          tone: 'primary',
          done: 'The draft is there.',
          opens: { collection: 'invoices', key: 'invoiceId' },
        },
      (isExpected || isWorking) && {
        command: 'change-placement-terms',
        label: 'Change terms…',
        input,
        text: 'A new version from that day on. Approved time keeps the terms by which it was worked.',
        fields: [
          { name: 'effectiveFromOn', label: 'From', type: 'day', isRequired: true },
          ...(isTemporary
            ? [
                {
                  name: 'payRateE4',
                  label: 'Pay per hour',
                  type: 'amount' as const,
                  scale: 4,
                  ...unit,
                },
                {
                  name: 'billRateE4',
                  label: 'Bill per hour',
                  type: 'amount' as const,
                  scale: 4,
                  ...unit,
                },
              ]
            : [
                {
                  name: 'salaryMinor',
                  label: 'Salary per year',
                  type: 'amount' as const,
                  scale,
                  ...unit,
                },
                { name: 'feeMinor', label: 'Fee', type: 'amount' as const, scale, ...unit },
              ]),
          { name: 'purchaseOrder', label: 'Purchase order', type: 'text' },
          {
            name: 'workLocationId',
            label: 'Another place of work',
            description: 'Its law and its zone hold from that day on.',
            type: 'relation',
            collection: 'work-locations',
            titleFields: ['name', 'city'],
            ...(clientId ? { only: { client: clientId } } : {}),
          },
          {
            name: 'taxRateBp',
            label: 'Tax rate agreed otherwise, %',
            description: 'Only when it is not the rate of the day of service.',
            type: 'amount' as const,
            scale: 2,
          },
        ],
        done: 'The new terms are agreed.',
      },
      isWorking && {
        command: 'end-placement',
        label: 'End…',
        input,
        text: 'A last day in the future puts the placement under notice until then.',
        fields: [
          { name: 'lastDayOn', label: 'Last day', type: 'day', isRequired: true },
          { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
        ],
        tone: 'danger',
        done: 'Noted.',
      },
      (record.state === 'pending' || isExpected) && {
        command: 'cancel-placement',
        label: 'Cancel…',
        input,
        text: 'The opening is free again.',
        fields: [
          { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
          ...(isExpected
            ? [
                {
                  name: 'isNoShow',
                  label: 'The worker was expected and did not come',
                  type: 'checkbox' as const,
                },
              ]
            : []),
        ],
        tone: 'danger',
        done: 'Cancelled.',
      },
    ]
  },
})
