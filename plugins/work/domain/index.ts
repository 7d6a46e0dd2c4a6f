export {
  mailAttachment,
  mailContent,
  mailLink,
  type MailAttachment,
  type MailContent,
  type MailLink,
} from './mail-content'
export { mailWorkflow, type MailState } from './mail-workflow'
