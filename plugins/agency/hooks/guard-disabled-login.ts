import { AuthenticationError, type CollectionBeforeLoginHook } from 'payload'

/** A disabled account cannot sign in; the answer is that of a wrong password. */
export const guardDisabledLogin: CollectionBeforeLoginHook = ({ req, user }) => {
  if (user.isDisabled === true) throw new AuthenticationError(req.t)
  return user
}
