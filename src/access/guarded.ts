type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

const mostBytes = 12 * 1024 * 1024

class TooLarge extends Error {}

/** Stands before every REST route: a body is counted while it arrives, and nothing answers with a stack. */
export const guarded =
  <Context>(handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const declared = Number(request.headers.get('content-length') ?? 0)
    if (declared > mostBytes) return tooLarge()
    const seen = { tooLarge: false }
    const response = await handler(request.body ? counted({ request, seen }) : request, context)
    return seen.tooLarge ? tooLarge() : response
  }

const counted = ({ request, seen }: { request: Request; seen: { tooLarge: boolean } }): Request => {
  let size = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength
      if (size > mostBytes) {
        seen.tooLarge = true
        controller.error(new TooLarge('The body is too large.'))
      } else controller.enqueue(chunk)
    },
  })
  const init: RequestInit & { duplex: 'half' } = {
    body: request.body?.pipeThrough(counter) ?? null,
    duplex: 'half',
  }
  return new Request(request, init)
}

const tooLarge = (): Response =>
  Response.json({ errors: [{ message: 'The request is too large.' }] }, { status: 413 })
