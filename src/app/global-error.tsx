'use client'

import '../../themes/harbour/styles.css'

import { themeByName } from '#themes'

/** Where not even the frame of a page could be made, because the database is away: words and a way on. */
const GlobalError = () => {
  const { MessagePage } = themeByName(null).parts
  return (
    <html lang="en">
      <body>
        <title>Something went wrong on our side</title>
        <main id="main">
          <MessagePage
            code="500"
            title="Something went wrong on our side"
            text="Nothing you did caused this, and nothing was lost. Please try again in a moment; if it stays, call us."
            actions={[{ label: 'Try again', href: '' }]}
          />
        </main>
      </body>
    </html>
  )
}

export default GlobalError
