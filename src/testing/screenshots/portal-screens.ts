import { firstOf, type Scene, type Screen, type Viewer } from './screen'

const candidatePages = [
  ['applications', '/portal/candidate'],
  ['hours', '/portal/candidate/hours'],
  ['documents', '/portal/candidate/documents'],
] as const

const clientPages = [
  ['orders', '/portal/client'],
  ['shortlists', '/portal/client/shortlists'],
  ['timesheets', '/portal/client/timesheets'],
  ['invoices', '/portal/client/invoices'],
] as const

/** Both portals, the ways into them, and a record of each kind as its owner sees it. */
export const portalScreens = async ({ agency, client }: Scene): Promise<Screen[]> => {
  const page = ({
    name,
    path,
    viewer,
    ...rest
  }: { name: string; path: string; viewer: Viewer } & Partial<Screen>): Screen => ({
    name: `portal-${name}`,
    viewer,
    isWhole: true,
    at: { url: `${agency.url}${path}` },
    ...rest,
  })
  const owned = async ({
    viewer,
    name,
    path,
    text,
  }: {
    viewer: Viewer
    name: string
    path: (id: string) => string
    text: string
  }): Promise<Screen[]> => {
    const { email } = agency.loginOf(`${viewer} portal`)
    const id = await firstOf({ client, text, values: [email] })
    return id ? [page({ name, viewer, path: path(id) })] : []
  }
  return [
    page({
      name: 'login',
      path: '/portal',
      viewer: 'visitor',
      steps: [
        {
          name: 'password-refused',
          act: async (at) => {
            await at.getByText('Sign in with a password instead').click()
            await at.fill('#password-email', 'nobody@mail.example')
            await at.fill('#password-password', 'not my password')
            await at.getByRole('button', { name: 'Sign in', exact: true }).click()
            await at.getByRole('alert').first().waitFor()
          },
        },
      ],
    }),
    page({ name: 'forgot', path: '/portal/forgot', viewer: 'visitor' }),
    page({ name: 'reset', path: '/portal/reset/no-such-token', viewer: 'visitor' }),
    page({ name: 'missing', path: '/portal/nothing-here', viewer: 'visitor', status: 404 }),
    ...candidatePages.map(([name, path]) =>
      page({ name: `candidate-${name}`, path, viewer: 'candidate' }),
    ),
    ...(await owned({
      viewer: 'candidate',
      name: 'candidate-application',
      path: (id) => `/portal/applications/${id}`,
      text: `select s.id::text as value from submissions s join candidates c on c.id = s.candidate_id
        join portal_accounts a on a.id = c.portal_account_id where a.email = $1 order by s.created_at`,
    })),
    ...(await owned({
      viewer: 'candidate',
      name: 'candidate-keeping',
      path: (id) => `/portal/keeping/${id}`,
      text: `select c.id::text as value from candidates c
        join portal_accounts a on a.id = c.portal_account_id where a.email = $1`,
    })),
    ...clientPages.map(([name, path]) => page({ name: `client-${name}`, path, viewer: 'client' })),
    ...(await owned({
      viewer: 'client',
      name: 'client-order',
      path: (id) => `/portal/orders/${id}`,
      text: `select o.id::text as value from job_orders o join client_contacts c on c.client_id = o.client_id
        join portal_accounts a on a.id = c.portal_account_id
        where a.email = $1 and o.state = 'active' order by o.created_at`,
    })),
  ]
}
