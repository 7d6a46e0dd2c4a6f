import { z } from 'zod'

import {
  defineJob,
  expirePersonalData,
  runCommand,
  type Attempt,
  type WorkContext,
} from '#plugins/kernel'
import { eraseData, erasePerson } from '../commands/erase-person'
import { reapplyErasures } from '../commands/reapply-erasures'
import {
  endedCandidates,
  forgottenCandidates,
  heldPeople,
  namesDue,
  retentionRules,
  type RetentionRule,
} from '../queries/retention-due'

const perStep = 500
const peoplePerStep = 20
/** The rest is done the next night. */
const mostSteps = 200

/**
 * Each night: whoever a restored backup has brought back is erased again, then every rule that is
 * switched on does its work, in steps that each commit.
 */
export const applyRetentionJob = ({ dataDir }: { dataDir: string }) =>
  defineJob({
    name: 'apply-retention',
    input: z.object({}).loose(),
    leaseSeconds: 1_800,
    retryLimit: 2,
    retryDelaySeconds: 300,
    cron: '20 2 * * *',
    run: async ({ attempt }) => {
      await reapplyErasures({ payload: attempt.payload, dataDir })
      const rules = await attempt.transaction(async ({ req }) => await retentionRules(req))
      for (const rule of rules.filter(({ isOn }) => isOn)) await applyRule({ attempt, rule })
    },
  })

const applyRule = async ({
  attempt,
  rule,
}: {
  attempt: Attempt
  rule: RetentionRule
}): Promise<void> => {
  let done = 0
  for (let step = 0; step < mostSteps; step += 1) {
    const touched = await attempt.transaction(async (work) => await oneStep({ work, rule }))
    if (touched === 0) break
    done += touched
  }
  if (done > 0)
    attempt.payload.logger.info({ msg: 'A retention rule was applied', rule: rule.dataClass, done })
}

/** @returns how much of the rule was done; 0 when nothing is due */
const oneStep = async ({
  work: { req },
  rule: { dataClass, months },
}: {
  work: WorkContext
  rule: RetentionRule
}): Promise<number> => {
  switch (dataClass) {
    case 'profiles':
      return await eraseAll({
        req,
        people: await forgottenCandidates({ req, months, limit: peoplePerStep }),
      })
    case 'ended':
      return await eraseAll({
        req,
        people: await endedCandidates({ req, months, limit: peoplePerStep }),
      })
    // What only hides is done by settle-keeping, as the day turns.
    case 'consents':
    case 'interest':
      return 0
    case 'work':
      return await eraseNames({ req })
    default:
      return await expirePersonalData({
        req,
        dataClass,
        months,
        held: await heldPeople(req),
        limit: perStep,
      })
  }
}

const eraseAll = async ({
  req,
  people,
}: Pick<WorkContext, 'req'> & { people: readonly { id: string }[] }): Promise<number> => {
  let erased = 0
  for (const { id } of people) {
    // Whoever may not be erased yet, such as for hours that nobody has invoiced, is asked again tomorrow.
    const result = await runCommand({
      command: erasePerson,
      req,
      input: { candidateId: id, ground: 'retention' },
    })
    if (result.ok) erased += 1
  }
  return erased
}

const eraseNames = async ({ req }: Pick<WorkContext, 'req'>): Promise<number> => {
  const due = await namesDue({ req, limit: peoplePerStep })
  for (const { erasureId, person } of due) {
    await eraseData({ req, person, isNameKept: false })
    await req.payload.update({
      collection: 'erasures',
      id: erasureId,
      data: { nameKeptUntilOn: null },
      req,
      overrideAccess: true,
      depth: 0,
    })
  }
  return due.length
}
