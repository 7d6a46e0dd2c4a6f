import type { Config, Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { brands } from './collections/brands'
import { HolidayCalendars } from './collections/holiday-calendars'
import { Holidays } from './collections/holidays'
import { Labels } from './collections/labels'
import { LegalEntities } from './collections/legal-entities'
import { media } from './collections/media'
import { Offices } from './collections/offices'
import { PortalAccounts } from './collections/portal-accounts'
import { Roles } from './collections/roles'
import { Users } from './collections/users'
import { ensureDefaultRoles } from './commands/ensure-default-roles'
import { requestPortalPassword } from './commands/request-portal-password'
import { disableColleague } from './commands/disable-colleague'
import { enableColleague } from './commands/enable-colleague'
import { importHolidays } from './commands/import-holidays'
import { inviteColleague } from './commands/invite-colleague'
import { labelRecords } from './commands/label-records'
import { resendInvitation } from './commands/resend-invitation'
import { setDefaultBrand } from './commands/set-default-brand'
import { setBaseCompany } from './commands/set-base-company'
import { withdrawInvitation } from './commands/withdraw-invitation'
import { personalData } from './database/personal-data'
import { settings } from './domain/settings-entries'
import { beginSecondFactor } from './commands/begin-second-factor'
import { confirmSecondFactor } from './commands/confirm-second-factor'
import { handOverRecords } from './commands/hand-over-records'
import { proveSecondFactor } from './commands/prove-second-factor'
import { removeSecondFactor } from './commands/remove-second-factor'
import { renewRecoveryCodes } from './commands/renew-recovery-codes'
import { resetSecondFactor } from './commands/reset-second-factor'
import { setRolePermission } from './commands/set-role-permission'
import { answerPortalPasswordJob } from './jobs/answer-portal-password'
import { permissions } from './domain/permissions'
import { portalAccountKind, portalLoginPurpose } from './domain/portal-session'

export {
  bySystemOnly,
  fieldBySystemOnly,
  fieldForStaffWith,
  noRows,
  staffAccess,
  staffCan,
  staffMay,
} from './access/predicates'
export { labelBar, labelsField } from './collections/labels-field'
export { importHolidays } from './commands/import-holidays'
export { ensureDefaultRoles } from './commands/ensure-default-roles'
export { endPortalSessions } from './commands/end-portal-sessions'
export { brandOfMail, type MailBrand } from './queries/brand-of-mail'
export { businessCalendarOf, daysOffOf, type BusinessCalendar } from './queries/business-calendar'
export { orderedByDay } from './plugin'
export { requestPortalPassword } from './commands/request-portal-password'
export { findResettable, resetPortalPassword } from './commands/reset-portal-password'
export { signInPortal } from './commands/sign-in-portal'
export { signInWithPassword } from './commands/sign-in-with-password'
export { signOutPortal } from './commands/sign-out-portal'

/** Who the agency is and who works in it. */
export const agencyPlugin =
  ({ dataDir, senderDomains }: { dataDir: string; senderDomains: readonly string[] }): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        admin: withSettingsScreens(config.admin),
        collections: [
          ...(config.collections ?? []),
          Users,
          Roles,
          PortalAccounts,
          LegalEntities,
          brands({ senderDomains }),
          Labels,
          Offices,
          HolidayCalendars,
          Holidays,
          media({ dataDir }),
        ],
      },
      contribution: {
        plugin: 'agency',
        personalData,
        settings,
        commands: [
          beginSecondFactor,
          confirmSecondFactor,
          handOverRecords,
          proveSecondFactor,
          removeSecondFactor,
          renewRecoveryCodes,
          resetSecondFactor,
          setRolePermission,
          disableColleague,
          enableColleague,
          ensureDefaultRoles,
          importHolidays,
          inviteColleague,
          labelRecords,
          requestPortalPassword,
          resendInvitation,
          setBaseCompany,
          setDefaultBrand,
          withdrawInvitation,
        ],
        permissions,
        jobs: [answerPortalPasswordJob],
        events: [
          { name: 'brand.became-default', summary: 'What picks no brand appears under this one' },
          {
            name: 'portal-account.signed-in',
            summary: 'An outside person signed in to the portal',
          },
          {
            name: 'legal-entity.became-base',
            summary: 'The agency reports in the currency of another company',
          },
          { name: 'portal-link.requested', summary: 'Somebody asked for a link to sign in' },
          { name: 'portal-password.requested', summary: 'Somebody asked to choose a new password' },
          { name: 'portal-password.reset', summary: 'Somebody chose a new password by the link' },
          {
            name: 'second-factor.codes-renewed',
            summary: 'A colleague made new recovery codes',
          },
          {
            name: 'second-factor.recovery-used',
            summary: 'A colleague signed in with a recovery code',
          },
          {
            name: 'second-factor.removed',
            summary: 'A colleague switched their second factor off',
          },
          {
            name: 'second-factor.reset',
            summary: 'An admin took the second factor off a colleague who lost their device',
          },
          { name: 'second-factor.set-up', summary: 'A colleague set an authenticator app up' },
          {
            name: 'staff.handed-over',
            summary: 'The open records of a colleague became another’s',
          },
          { name: 'staff.disabled', summary: 'A colleague was shut out; their sessions ended' },
          { name: 'staff.enabled', summary: 'A disabled colleague may sign in again' },
          { name: 'staff.invitation-withdrawn', summary: 'An invitation was taken back' },
          { name: 'staff.invited', summary: 'A colleague was invited by mail, or again' },
          { name: 'staff.joined', summary: 'An invited colleague chose their first password' },
          { name: 'staff-password.requested', summary: 'A colleague asked for a new password' },
          { name: 'staff-password.reset', summary: 'A colleague chose a new password by the link' },
        ],
        links: [
          {
            purpose: portalLoginPurpose,
            label: 'Sign in to the portal',
            path: ({ id }) => `/portal/welcome/${id}`,
            lifetimeDays: 1,
            spentByAct: true,
          },
        ],
        subjects: {
          brand: { collection: 'brands', label: 'Brand' },
          user: { collection: 'users', label: 'Colleague' },
          [portalAccountKind]: { collection: 'portal-accounts', label: 'Portal account' },
          role: { collection: 'roles', label: 'Role' },
          office: { collection: 'offices', label: 'Office' },
          'holiday-calendar': { collection: 'holiday-calendars', label: 'Holiday calendar' },
          holiday: { collection: 'holidays', label: 'Holiday' },
          label: { collection: 'labels', label: 'Label' },
          media: { collection: 'media', label: 'Picture' },
          'legal-entity': { collection: 'legal-entities', label: 'Legal entity' },
        },
      },
    })

/** The screens of the settings, and the way to them below the lists. */
const withSettingsScreens = (admin: Config['admin']): Config['admin'] => ({
  ...admin,
  components: {
    ...admin?.components,
    afterNavLinks: [
      ...(admin?.components?.afterNavLinks ?? []),
      '/plugins/agency/admin/SettingsLink#SettingsLink',
    ],
    views: {
      ...admin?.components?.views,
      settings: {
        Component: '/plugins/agency/admin/SettingsScreen#SettingsScreen',
        path: '/settings',
        exact: true,
      },
      rights: {
        Component: '/plugins/agency/admin/RightsScreen#RightsScreen',
        path: '/rights',
        exact: true,
      },
      'second-factor': {
        Component: '/plugins/agency/admin/SecondFactorScreen#SecondFactorScreen',
        path: '/second-factor',
        exact: true,
      },
      unauthorized: {
        Component: '/plugins/agency/admin/UnauthorizedScreen#UnauthorizedScreen',
        path: '/unauthorized',
        exact: true,
      },
      holidays: {
        Component: '/plugins/agency/admin/HolidaysScreen#HolidaysScreen',
        path: '/holidays',
        exact: true,
      },
    },
  },
})
