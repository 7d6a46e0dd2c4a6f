import { defineReaction, lockRecord } from '#plugins/kernel'
import { tellReader } from '../commands/tell-reader'
import { firstNameOf } from '../domain'
import type { NotificationsOptions } from '../options'
import { staffReader } from '../queries/readers'

const portalName = 'mail-portal-link'

/** Whoever asks for a way into the portal gets a link that works once. */
export const sendPortalLink = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: portalName,
    on: ['portal-link.requested'],
    run: async ({ req, event }) => {
      // Held, so that whoever closes the account afterwards also revokes the link.
      const account = await lockRecord({
        req,
        collection: 'portal-accounts',
        id: event.subject.id,
      })
      if (!account || account.isDisabled) return
      await tellReader({
        req,
        cause: `${portalName}:${event.id}`,
        agencyName,
        letter: {
          to: {
            key: `portal-account:${account.id}`,
            person: null,
            name: account.name ?? '',
            firstName: firstNameOf(account.name ?? ''),
            email: account.email,
            locale: account.locale,
            zone: account.zone,
            isSilenced: false,
          },
          message: { kind: 'portal.link', values: {} },
          button: 0,
          links: [
            { kind: 'access', purpose: 'portal.login', subject: event.subject, person: null },
          ],
          about: event.subject,
        },
      })
    },
  })

const inviteName = 'mail-invitation'

/** A new colleague chooses a password by a link of their own; nobody else ever knows it. */
export const inviteColleague = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: inviteName,
    on: ['staff.invited'],
    run: async ({ req, event }) => {
      const to = await staffReader({ req, id: event.subject.id })
      if (!to) return
      await tellReader({
        req,
        cause: `${inviteName}:${event.id}`,
        agencyName,
        letter: {
          to,
          subject: `Welcome to ${agencyName}`,
          blocks: [
            {
              kind: 'text',
              text: 'An account has been made for you. Please choose a password; you sign in with this e-mail address.',
            },
            { kind: 'action', label: 'Choose a password', link: 0 },
            {
              kind: 'note',
              text: 'The link works once and for seven days. If it has expired, ask whoever invited you for a new one.',
            },
          ],
          links: [{ kind: 'reset', collection: 'users', id: event.subject.id }],
          about: event.subject,
        },
      })
    },
  })
