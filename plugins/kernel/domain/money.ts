export {
  addMoney,
  allocateMoney,
  allocateWhole,
  compareMoney,
  minorPerMajor,
  type Money,
  money,
  multiplyPrice,
  multiplyRate,
  negateMoney,
  percentOf,
  shareOf,
  subtractMoney,
  sumMoney,
} from './money-arithmetic'
export {
  type CurrencyCode,
  currencyExponents,
  exponentOf,
  isCurrencyCode,
  minorDigitsOf,
} from './money-currencies'
export { type DecimalSeparator, parseMoney, rateE4FromInput } from './money-input'
export {
  divideRounded,
  type Ratio,
  reduceRatio,
  toBasisPoints,
  toSafeNumber,
  wholeRatio,
} from './money-ratio'
export { fromStripeAmount, toStripeAmount } from './money-stripe'
