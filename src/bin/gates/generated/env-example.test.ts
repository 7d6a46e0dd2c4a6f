import { expect, it } from 'vitest'
import { z } from 'zod'
import { envExample } from './env-example'

it('lists each setting with meaning, choices and default, and says which are required', () => {
  const settings = z.object({
    SECRET: z.string().min(3).describe('Signs sessions.'),
    PORT: z.coerce.number().default(3000).describe('Port of the web process.'),
    MODE: z.enum(['on', 'off']).default('on').describe('A switch.'),
    ORIGIN: z
      .string()
      .transform((text) => text.toLowerCase())
      .default('http://localhost')
      .describe('Two\nlines.'),
    MAIL: z.string().optional(),
  })
  expect(envExample(settings)).toEqual({
    path: '.env.example',
    content: `# Settings of Placewright. Copy this file to .env, take the # from the lines you change.

# Signs sessions.
# Required.
#SECRET=

# Port of the web process.
#PORT=3000

# A switch.
# One of: on, off.
#MODE=on

# Two
# lines.
#ORIGIN=http://localhost

#MAIL=
`,
  })
})
