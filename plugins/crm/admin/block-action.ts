import type { CommandAction, CommandField } from '#plugins/kernel/admin'
import { clientBlockSourceLabels, clientBlockSources } from '../domain/client-block'

/** Keeps a candidate from a client; the side that the screen is not about is asked for. */
export const blockAction = ({
  input,
  other,
}: {
  input: Readonly<Record<string, string>>
  other: CommandField
}): CommandAction => ({
  command: 'block-for-client',
  label: other.name === 'clientId' ? 'Block for a client…' : 'Block a candidate…',
  input,
  text: 'While the block stands nobody can show the candidate to this client.',
  fields: [
    other,
    {
      name: 'wantedBy',
      label: 'Whose wish',
      type: 'select',
      isRequired: true,
      options: clientBlockSources.map((value) => ({
        value,
        label: clientBlockSourceLabels[value],
      })),
    },
    { name: 'reason', label: 'Why', type: 'text', isRequired: true },
    {
      name: 'until',
      label: 'Until and with',
      type: 'day',
      description: 'Empty: until somebody ends it.',
    },
  ],
  done: 'Blocked.',
})
