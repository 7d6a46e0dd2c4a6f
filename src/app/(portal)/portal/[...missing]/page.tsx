import { notFound } from 'next/navigation'

/** Any other path of the portal is answered by the portal's own page. */
const Page = () => notFound()

export default Page
