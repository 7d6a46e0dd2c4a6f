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
export { charactersInWords, printable, unprintableIn } from './printable'
