import '@payloadcms/next/css'
import '../../../plugins/agency/admin/brand/admin.css'
import '../../../plugins/agency/admin/acts.css'
import '../../../plugins/agency/admin/menus.css'
import '../../../plugins/agency/admin/dialogs.css'
import '../../../plugins/kernel/admin/search.css'
import '../../../plugins/integrations/admin/api-reference.css'
import '../../../plugins/agency/admin/choices.css'
import '../../../plugins/notifications/admin/notices.css'
import '../../../plugins/kernel/admin/timeline.css'
import '../../../plugins/agency/admin/day-links.css'
import '../../../plugins/reporting/admin/dashboard.css'
import '../../../plugins/pipeline/admin/board.css'
import '../../../plugins/agency/admin/lost.css'
import '../../../plugins/agency/admin/cells.css'
import '../../../plugins/agency/admin/mail-brand.css'
import '../../../plugins/agency/admin/labels.css'
import '../../../plugins/kernel/admin/own-fields.css'
import '../../../plugins/work/admin/mail-words.css'
import '../../../plugins/timekeeping/admin/hours.css'
import '../../../plugins/work/admin/system.css'
import '../../../plugins/crm/admin/imports.css'
import '../../../plugins/pipeline/admin/board-filters.css'
import '../../../plugins/agency/admin/settings.css'
import '../../../plugins/crm/admin/cvs.css'
import '../../../plugins/work/admin/work.css'
import '../../../plugins/pipeline/admin/intake.css'
import '../../../plugins/pipeline/admin/qualify.css'
import '../../../plugins/crm/admin/find.css'
import '../../../plugins/crm/admin/merge.css'
import '../../../plugins/pipeline/admin/match.css'
import '../../../plugins/pipeline/admin/shortlist.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'

import config from '@payload-config'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return await handleServerFunctions({ ...args, config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
