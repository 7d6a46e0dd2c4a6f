import { SetStepNav } from '@payloadcms/ui'

import { PageHeader, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { operationsIn } from '../endpoints/operations'
import { openApiDocument } from '../endpoints/open-api-document'
import { integrationsOf } from '../options'
import { OperationBrowser } from './OperationBrowser'

/** The API as it may be used, to be looked things up in and tried out. */
export const ApiReference = withStaff({
  permission: 'integrations.write',
  frame: 'page',
  view: async ({ initPageResult: { req } }) => {
    const options = integrationsOf(req.payload)
    const document = await openApiDocument({ req, options })
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'API reference' }]} />
        <PageHeader
          title="API reference"
          lead="Records are read by GET; the world is changed by commands. Programs send an API key."
          actions={
            <>
              <a className="pwa-btn" href="/admin/collections/api-keys">
                API keys
              </a>
              <a className="pwa-btn" href="/api/openapi.json" target="_blank" rel="noopener">
                OpenAPI document
              </a>
            </>
          }
        />
        <OperationBrowser operations={operationsIn(document)} server={`${options.adminUrl}/api`} />
      </Screen>
    )
  },
})
