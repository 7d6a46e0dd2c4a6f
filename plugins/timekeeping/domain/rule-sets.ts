import type { Ratio } from '#plugins/kernel/domain'

export type ThresholdScope = 'workday' | 'workweek' | 'seventh-day'

/** Minutes past `afterMinutes` within the scope earn `ratio` of the regular rate. */
export type Threshold = {
  /** Named in every trace. */
  rule: string
  scope: ThresholdScope
  afterMinutes: number
  code: 'OT' | 'DT'
  ratio: Ratio
}

/** When an unpaid meal is due. Minutes are minutes of work before the meal starts. */
export type MealRule = {
  rule: string
  minimumMinutes: number
  /** Required when more is worked than this, and at the latest after it. */
  firstAfterMinutes: number
  secondAfterMinutes: number
  /** Up to these lengths of a day's work the worker may waive the meal. */
  firstWaivableUpToMinutes: number
  secondWaivableUpToMinutes: number
}

/**
 * The rules of a jurisdiction as data. `workweek` thresholds count straight time only, so that an
 * hour paid as daily overtime never counts a second time; where several thresholds are passed, the
 * highest ratio is paid, once.
 */
export type RuleSet = {
  id: string
  version: number
  label: { en: string }
  /** Where the rules come from. */
  source: string
  thresholds: readonly Threshold[]
  regularRateRule: string
  /** Whether a flat-sum bonus is divided by all hours or by those without overtime. */
  flatSumDivisor: 'all-hours' | 'non-overtime-hours'
  meals: MealRule | null
  /** The premium for a missed meal or rest, in minutes at the regular rate; null when none. */
  breakPremiumMinutes: number | null
  /** Whether an employer may round punches at all. */
  isRoundingAllowed: boolean
}

export const ruleSetIds = ['us-federal', 'us-california', 'none'] as const
export type RuleSetId = (typeof ruleSetIds)[number]

const timeAndHalf: Ratio = { num: 3, den: 2 }
const doubleTime: Ratio = { num: 2, den: 1 }

/** All rule sets. A change of the law is a new version, never an edit: old lines name theirs. */
export const ruleSets: Record<RuleSetId, RuleSet> = {
  'us-federal': {
    id: 'us-federal',
    version: 1,
    label: { en: 'US federal (FLSA)' },
    source: '29 USC 207; 29 CFR 778',
    thresholds: [
      {
        rule: 'flsa-weekly-40',
        scope: 'workweek',
        afterMinutes: 2400,
        code: 'OT',
        ratio: timeAndHalf,
      },
    ],
    regularRateRule: 'flsa-778.109',
    flatSumDivisor: 'all-hours',
    meals: null,
    breakPremiumMinutes: null,
    isRoundingAllowed: true,
  },
  'us-california': {
    id: 'us-california',
    version: 1,
    label: { en: 'California' },
    source:
      'Cal. Labor Code 226.7, 510, 512; Alvarado v. Dart (2018); Ferra v. Loews (2021); Donohue v. AMN (2021)',
    thresholds: [
      { rule: 'ca-daily-8', scope: 'workday', afterMinutes: 480, code: 'OT', ratio: timeAndHalf },
      { rule: 'ca-daily-12', scope: 'workday', afterMinutes: 720, code: 'DT', ratio: doubleTime },
      {
        rule: 'ca-seventh-day',
        scope: 'seventh-day',
        afterMinutes: 0,
        code: 'OT',
        ratio: timeAndHalf,
      },
      {
        rule: 'ca-seventh-day-8',
        scope: 'seventh-day',
        afterMinutes: 480,
        code: 'DT',
        ratio: doubleTime,
      },
      {
        rule: 'ca-weekly-40',
        scope: 'workweek',
        afterMinutes: 2400,
        code: 'OT',
        ratio: timeAndHalf,
      },
    ],
    regularRateRule: 'ca-regular-rate',
    flatSumDivisor: 'non-overtime-hours',
    meals: {
      rule: 'ca-meal-512',
      minimumMinutes: 30,
      firstAfterMinutes: 300,
      secondAfterMinutes: 600,
      firstWaivableUpToMinutes: 360,
      secondWaivableUpToMinutes: 720,
    },
    breakPremiumMinutes: 60,
    isRoundingAllowed: false,
  },
  none: {
    id: 'none',
    version: 1,
    label: { en: 'No statutory overtime' },
    source: 'Hours are paid at the agreed rate',
    thresholds: [],
    regularRateRule: 'average-rate',
    flatSumDivisor: 'all-hours',
    meals: null,
    breakPremiumMinutes: null,
    isRoundingAllowed: true,
  },
}

/**
 * A rule set under an adopted alternative workweek (such as 4 × 10): time and a half on a day
 * starts after `dailyMinutes`; double time stays (Cal. Labor Code 511).
 */
export const withAlternativeWorkweek = ({
  ruleSet,
  dailyMinutes,
}: {
  ruleSet: RuleSet
  dailyMinutes: number
}): RuleSet => ({
  ...ruleSet,
  id: `${ruleSet.id}-alternative-${dailyMinutes}`,
  thresholds: ruleSet.thresholds.map((threshold) =>
    threshold.scope === 'workday' && threshold.code === 'OT'
      ? { ...threshold, rule: `${threshold.rule}-alternative`, afterMinutes: dailyMinutes }
      : threshold,
  ),
})

/** Id and version as lines carry it: 'us-federal@1'. */
export const ruleSetName = ({ id, version }: RuleSet): string => `${id}@${version}`
