import type { TestProject } from 'vitest/node'

import { prepareSeededTemplate, type DemoLogin } from '../seeded-template'
import { demandBuild } from './agency'

declare module 'vitest' {
  export interface ProvidedContext {
    seededTemplate: string
    seededFiles: string
    logins: DemoLogin[]
  }
}

const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  demandBuild()
  const template = await prepareSeededTemplate({ adminUrl: process.env.TEST_DATABASE_ADMIN_URL })
  provide('databaseAdminUrl', template.databaseAdminUrl)
  provide('seededTemplate', template.name)
  provide('seededFiles', template.dataDir)
  provide('logins', template.logins)
  return template.stop
}

export default setup
