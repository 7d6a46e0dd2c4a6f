export { digestDayDue } from './digest'
export {
  allNoticeKinds,
  choicesFrom,
  followedEvents,
  isMailChoice,
  mailChoices,
  noticeChoice,
  noticeKinds,
  noticeSentence,
  usualDigestHour,
  type NoticeChoice,
  type NoticeChoices,
  type NoticeKind,
} from './notices'
export { messages, type MessageName } from './messages'
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
