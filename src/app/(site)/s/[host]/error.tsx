'use client'

import { harbour } from '../../../../../themes/harbour/theme'

const ErrorPage = () => {
  const { MessagePage } = harbour.parts
  return (
    <MessagePage
      code="500"
      title="Something went wrong on our side"
      text="Nothing you did caused this. Please try again in a moment; if it stays, call us."
      actions={[{ label: 'Home', href: '/' }]}
    />
  )
}

export default ErrorPage
