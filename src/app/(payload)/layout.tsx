import '@payloadcms/next/css'
import '../../../plugins/agency/admin/brand/admin.css'
import '../../../plugins/agency/admin/product.css'
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
