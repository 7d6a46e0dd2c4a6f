export {
  addressIn,
  closingFor,
  englishFor,
  firstNameOf,
  fullName,
  greetingFor,
  hoursLabel,
  plural,
  type Fact,
} from './words'
