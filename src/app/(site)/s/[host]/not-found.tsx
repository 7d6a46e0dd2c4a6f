import { themeByName } from '#themes'

const NotFound = () => {
  const { MessagePage } = themeByName(null).parts
  return (
    <MessagePage
      code="404"
      title="This page is not here"
      text="It may have moved, or the job may be filled. The open jobs are one step away."
      actions={[
        { label: 'See all jobs', href: '/jobs' },
        { label: 'Home', href: '/' },
      ]}
    />
  )
}

export default NotFound
