import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { choicesFrom, usualDigestHour, type NoticeChoices } from '../domain'

export type NoticeSettings = { choices: NoticeChoices; digestHour: number }

/** How a colleague wants to be told. For the system, and for the colleague themselves. */
export const noticeSettingsOf = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<NoticeSettings> => {
  const row = await sqlOf(req).first({
    schema: z.object({ choices: z.unknown(), digest_hour: z.coerce.number() }),
    text: 'select choices, digest_hour from notice_settings where user_id = $1',
    values: [userId],
  })
  return {
    choices: choicesFrom(row?.choices),
    digestHour: row?.digest_hour ?? usualDigestHour,
  }
}
