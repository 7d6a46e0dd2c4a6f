import type { PayloadRequest, TypedUser } from 'payload'

type Colleague = Extract<TypedUser, { collection: 'users' }>

/**
 * Who has signed in with a password, whether or not a second factor is still asked for; null for
 * anybody else and for a disabled colleague. Only the screens and commands of the second factor ask
 * this: all others ask for the actor, who is nobody until the factor is proven.
 */
export const ownAccount = (req: PayloadRequest): Colleague | null => {
  const { user } = req
  return user?.collection === 'users' && user.isDisabled !== true ? user : null
}

/** The session that a request came with. */
export const sessionIdOf = (user: object): string | null => {
  const id: unknown = Reflect.get(user, '_sid')
  return typeof id === 'string' ? id : null
}
