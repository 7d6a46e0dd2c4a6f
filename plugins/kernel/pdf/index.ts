export {
  formatBasisPoints,
  formatDay,
  formatInstant,
  formatMinutes,
  formatMoney,
  formatRate,
  formatRatio,
} from './format'
export {
  FactList,
  Paper,
  paperColours,
  type PaperParty,
  type PaperProps,
  type PaperSize,
  paperStyles,
  PartyBlock,
  renderPaper,
} from './paper'
