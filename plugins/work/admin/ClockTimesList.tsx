'use client'

import { SetStepNav } from '@payloadcms/ui'

import { PageHeader, Pill, Screen, Table } from '#plugins/agency/admin'
import { CommandDialog, Menu, useAction, type CommandAction } from '#plugins/kernel/admin'
import { formatMinutes } from '#plugins/kernel/domain'

type ShownClock = {
  kind: string
  label: string
  /** Whose turn it is, in words. */
  turn: string
  isOwn: boolean
  minutes: number
  amberPercent: number
  escalateAfterMinutes: number
}

/** All clocks with their times, and the dialogs that change them. */
export const ClockTimesList = ({ clocks }: { clocks: readonly ShownClock[] }) => {
  const { open, start, close, finish } = useAction()
  return (
    <Screen>
      <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Clocks' }]} />
      <PageHeader
        title="Clocks"
        lead="How long each side has for its next step, in working time. New times hold for clocks that begin from now on."
        actions={
          <a className="pwa-btn" href="/admin/collections/offices">
            Opening hours of offices
          </a>
        }
      />
      <Table
        caption="Clocks and their times"
        columns={[
          { key: 'clock', label: 'Clock' },
          { key: 'turn', label: 'Whose turn' },
          { key: 'time', label: 'Time allowed' },
          { key: 'amber', label: 'Amber at' },
          { key: 'help', label: 'Help is called' },
          { key: 'whose', label: 'Times' },
          { key: 'acts', label: 'Change' },
        ]}
        rows={clocks.map((clock) => ({
          id: clock.kind,
          cells: {
            clock: clock.label,
            turn: clock.turn,
            time: `${formatMinutes(clock.minutes)} h`,
            amber: `${clock.amberPercent} %`,
            help:
              clock.escalateAfterMinutes === 0
                ? 'When the time is gone'
                : `${formatMinutes(clock.escalateAfterMinutes)} h after it`,
            whose: clock.isOwn ? (
              <Pill tone="info" label="Your own" />
            ) : (
              <Pill tone="neutral" label="As it came" />
            ),
            acts: (
              <Menu
                label={`Actions for ${clock.label}`}
                button={<span>Actions</span>}
                buttonClassName="pwa-btn pwa-btn--menu pwa-btn--quiet"
                items={[
                  { key: 'set', label: 'Set times…', onSelect: () => start(setAction(clock)) },
                  ...(clock.isOwn
                    ? [
                        {
                          key: 'reset',
                          label: 'As it came',
                          onSelect: () => start(resetAction(clock)),
                        },
                      ]
                    : []),
                ]}
              />
            ),
          },
        }))}
      />
      {open ? (
        <CommandDialog
          key={`${open.command} ${JSON.stringify(open.input)}`}
          action={open}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </Screen>
  )
}

const setAction = (clock: ShownClock): CommandAction => ({
  command: 'set-clock-times',
  label: `Set times of “${clock.label}”…`,
  input: { kind: clock.kind },
  text: 'Counted in the opening hours of the office that looks after it. Clocks that run keep their times.',
  fields: [
    {
      type: 'number',
      name: 'minutes',
      label: 'Working minutes allowed',
      isRequired: true,
      value: clock.minutes,
      least: 5,
      most: 10_200,
      description: '60 is an hour, 510 a day of eight and a half hours.',
    },
    {
      type: 'number',
      name: 'amberPercent',
      label: 'Amber when so many percent are gone',
      isRequired: true,
      value: clock.amberPercent,
      least: 1,
      most: 99,
    },
    {
      type: 'number',
      name: 'escalateAfterMinutes',
      label: 'Working minutes until help is called',
      isRequired: true,
      value: clock.escalateAfterMinutes,
      least: 0,
      most: 10_200,
      description: 'After the time is gone; 0 is at once.',
    },
  ],
  done: 'The times are saved.',
})

const resetAction = ({ kind }: ShownClock): CommandAction => ({
  command: 'reset-clock-times',
  label: 'As it came',
  input: { kind },
  done: 'The clock has the times it came with.',
})
