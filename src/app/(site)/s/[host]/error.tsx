'use client'

import { themeByName } from '#themes'

const ErrorPage = () => {
  const { MessagePage } = themeByName(null).parts
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
