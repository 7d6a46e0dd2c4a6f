import { StateCell as StateCell_2371735f0dfbed42af8a8b600ca556c2 } from '../../../../plugins/kernel/admin/StateCell'
import { StateField as StateField_26fa1872bb650bc1626db81ac5644f6a } from '../../../../plugins/kernel/admin/StateField'
import { DayCell as DayCell_11f95e5a8c503fd04136f6ccf49ccdfd } from '../../../../plugins/kernel/admin/DayCell'
import { DayField as DayField_a83efd090a4c476877c19114620bc576 } from '../../../../plugins/kernel/admin/DayField'
import { AboutField as AboutField_81dd38bc809ee34487bc4e0ac77285e0 } from '../../../../plugins/work/admin/AboutField'
import { RecordStory as RecordStory_04b4c3d9fecaf228e47ae20fa367ecff } from '../../../../plugins/work/admin/RecordStory'
import { ListFiles as ListFiles_27ba597bfa51d66ed8dd642ff89718a6 } from '../../../../plugins/kernel/admin/ListFiles'
import { TaskActions as TaskActions_7adb375988712d923850e7ac98e7bf34 } from '../../../../plugins/work/admin/TaskActions'
import { MinutesCell as MinutesCell_3a663bf84a84802550f748eeb895a99b } from '../../../../plugins/kernel/admin/MinutesCell'
import { MinutesField as MinutesField_a1a4f656e193baeb32e2ec55ba744031 } from '../../../../plugins/kernel/admin/MinutesField'
import { PausesField as PausesField_8ee0618997d980f0942bb97679e6d880 } from '../../../../plugins/work/admin/PausesField'
import { ClockActions as ClockActions_003a3580ccfe55ea1ce4aeedc15f4f43 } from '../../../../plugins/work/admin/ClockActions'
import { SimilarRequests as SimilarRequests_5ac12b195fc4c6e591a7159d47fbc738 } from '../../../../plugins/pipeline/admin/SimilarRequests'
import { AmountCell as AmountCell_7af8ecd49a8e5e42f1bcb6c992bcca91 } from '../../../../plugins/kernel/admin/AmountCell'
import { AmountField as AmountField_d3d898a98ec8c064641a3dd1227a1fd0 } from '../../../../plugins/kernel/admin/AmountField'
import { IntakeAnswers as IntakeAnswers_f67a46d808e6c3d027059f0ad6b6680f } from '../../../../plugins/pipeline/admin/IntakeAnswers'
import { FactsField as FactsField_abc904cf5a14e30e7ecf6597b9519100 } from '../../../../plugins/kernel/admin/FactsField'
import { RecordWork as RecordWork_a7e8ebaf328d54c0555a174aa51e2380 } from '../../../../plugins/work/admin/RecordWork'
import { OrderRequestActions as OrderRequestActions_d9530f58c44d9e6c2eb9f9a7df7240f0 } from '../../../../plugins/pipeline/admin/OrderRequestActions'
import { OrderHealth as OrderHealth_f6ad2af0968c310074e2594e056770ec } from '../../../../plugins/pipeline/admin/OrderHealth'
import { OrderOpenings as OrderOpenings_0c9917dd9f676ec284ee27baf675acf2 } from '../../../../plugins/pipeline/admin/OrderOpenings'
import { ListCell as ListCell_9bd87693fefd236b97da218b879db6cc } from '../../../../plugins/kernel/admin/ListCell'
import { QualifyPanel as QualifyPanel_140f742b70a4ebdc55335797978b1120 } from '../../../../plugins/pipeline/admin/QualifyPanel'
import { YesNoCell as YesNoCell_54a1035197b87380ba6b3150145f0882 } from '../../../../plugins/kernel/admin/YesNoCell'
import { ClientThread as ClientThread_86f2078006918e0ce245556e599ce8e4 } from '../../../../plugins/pipeline/admin/ClientThread'
import { GradeCell as GradeCell_02488875e63f38e04d0dd838b8874662 } from '../../../../plugins/pipeline/admin/GradeCell'
import { LabelsCell as LabelsCell_cfe38742863310f9b946bdb090609472 } from '../../../../plugins/agency/admin/LabelsCell'
import { LabelsField as LabelsField_36be7783a168952becf9ab8734fe454a } from '../../../../plugins/agency/admin/LabelsField'
import { CustomValuesField as CustomValuesField_b32f83b775a99db5ebf6e5775b29b9f1 } from '../../../../plugins/kernel/admin/CustomValuesField'
import { LabelSelected as LabelSelected_f0aeae39c679fb690c10626cbca22827 } from '../../../../plugins/agency/admin/LabelSelected'
import { JobOrderActions as JobOrderActions_3ec00ccea116dfd88f5fe70c9897e220 } from '../../../../plugins/pipeline/admin/JobOrderActions'
import { OrderBoardTab as OrderBoardTab_842dc72eb4b64ce307a7397cfd568de2 } from '../../../../plugins/pipeline/admin/OrderBoardTab'
import { MatchTab as MatchTab_5158f5f0dee44c451e5efdcc270e44d8 } from '../../../../plugins/pipeline/admin/MatchTab'
import { OrderMail as OrderMail_81b36594c6ec4f18eb62f6df25565240 } from '../../../../plugins/letters/admin/MailTabs'
import { CustomisedList as CustomisedList_5d331d2cc915358241f919980f60be4f } from '../../../../plugins/kernel/admin/CustomisedList'
import { OrderTemplateActions as OrderTemplateActions_3e3745b07fc108ae3403eed78da7c313 } from '../../../../plugins/pipeline/admin/OrderTemplateActions'
import { OpeningActions as OpeningActions_e0c95760830709e0c85a2abe4b3c233a } from '../../../../plugins/pipeline/admin/OpeningActions'
import { JobPostingActions as JobPostingActions_9debe8083e935853a494f9f5b0edf934 } from '../../../../plugins/pipeline/admin/JobPostingActions'
import { SubmissionsSelected as SubmissionsSelected_fa626b9e343e655d7782cf4245f64ba4 } from '../../../../plugins/pipeline/admin/SubmissionsSelected'
import { SubmissionActions as SubmissionActions_a097c996ae9153445b44c48946aad297 } from '../../../../plugins/pipeline/admin/SubmissionActions'
import { RepresentationActions as RepresentationActions_dea93d5d245f94a46096a9d92852ff76 } from '../../../../plugins/pipeline/admin/RepresentationActions'
import { ShortlistActions as ShortlistActions_57378f1994e66c6049c52a0574355a44 } from '../../../../plugins/pipeline/admin/ShortlistActions'
import { ShortlistPeopleTab as ShortlistPeopleTab_762e9c1ebf0ece9dbe42f0210804c3ae } from '../../../../plugins/pipeline/admin/ShortlistPeopleTab'
import { InterviewActions as InterviewActions_b28355541a069b0c08ae3cda4667de3c } from '../../../../plugins/pipeline/admin/InterviewActions'
import { OfferHistory as OfferHistory_47c811e05b9a46f7e54c917daea42c14 } from '../../../../plugins/pipeline/admin/OfferHistory'
import { OfferActions as OfferActions_1a6047537ccde272e442d28c6065db9a } from '../../../../plugins/pipeline/admin/OfferActions'
import { AvailabilityMonth as AvailabilityMonth_27646a0060251a09738e586069b38cfd } from '../../../../plugins/crm/admin/AvailabilityMonth'
import { CvsBar as CvsBar_776f5a68bae32e591664177826f86dc9 } from '../../../../plugins/crm/admin/CvsBar'
import { PoolSelected as PoolSelected_43686d994acd863e7b227416c119a6e6 } from '../../../../plugins/crm/admin/PoolSelected'
import { WriteSelected as WriteSelected_80ff3b9b55c202e8d1ff4d9aa8804c5c } from '../../../../plugins/letters/admin/WriteSelected'
import { CandidateActions as CandidateActions_d64b51ccb7010606bc3030b726e91074 } from '../../../../plugins/crm/admin/CandidateActions'
import { DuplicatesTab as DuplicatesTab_57d366df7e002c7185793648633bf365 } from '../../../../plugins/crm/admin/DuplicatesTab'
import { ConfidentialTab as ConfidentialTab_c6f068ea595fe817a64ab18e068aa136 } from '../../../../plugins/crm/admin/ConfidentialTab'
import { CandidatePrivacy as CandidatePrivacy_dfdb2cba018e1643539580f003ce0349 } from '../../../../plugins/crm/admin/PrivacyTabs'
import { OrdersTab as OrdersTab_0e5559baca3c75b0f42c903b0388ae87 } from '../../../../plugins/pipeline/admin/OrdersTab'
import { CandidateMail as CandidateMail_81b36594c6ec4f18eb62f6df25565240 } from '../../../../plugins/letters/admin/MailTabs'
import { PoolMembers as PoolMembers_31cbb50b700a75ba9c97577fd36a0180 } from '../../../../plugins/crm/admin/PoolMembers'
import { ClientBlockActions as ClientBlockActions_b5a0a6f8ff5edb77be76d8380d36eea9 } from '../../../../plugins/crm/admin/ClientBlockActions'
import { ConsentActions as ConsentActions_830c051ca6ead190f312ce687a7cd2fb } from '../../../../plugins/crm/admin/ConsentActions'
import { PlacesBar as PlacesBar_d0b2e1f3ba8b7ec93c7e891116095548 } from '../../../../plugins/crm/admin/PlacesBar'
import { ClientActions as ClientActions_526c806cadb5aa0b4a97f8129484c9c7 } from '../../../../plugins/crm/admin/ClientActions'
import { ContactActions as ContactActions_1629ec7319e6c95044f5637eb8364603 } from '../../../../plugins/crm/admin/ContactActions'
import { ContactPrivacy as ContactPrivacy_dfdb2cba018e1643539580f003ce0349 } from '../../../../plugins/crm/admin/PrivacyTabs'
import { ContactMail as ContactMail_81b36594c6ec4f18eb62f6df25565240 } from '../../../../plugins/letters/admin/MailTabs'
import { PlacementActions as PlacementActions_9e6b34219835b928481c483deb181932 } from '../../../../plugins/placements/admin/PlacementActions'
import { ReadinessActions as ReadinessActions_1e9cc08dbbb5d49f6ad5b288885ae71f } from '../../../../plugins/placements/admin/ReadinessActions'
import { TimesheetActions as TimesheetActions_b3f3a1fda010747df8e50d68bc53b10a } from '../../../../plugins/timekeeping/admin/TimesheetActions'
import { HoursTab as HoursTab_434935da3727e72c1c0b992f03608d6c } from '../../../../plugins/timekeeping/admin/HoursTab'
import { WorkWeekActions as WorkWeekActions_a61b386a5603d1b27f8089992bd99442 } from '../../../../plugins/timekeeping/admin/WorkWeekActions'
import { TraceField as TraceField_2a7aa2b9e663e1b2677fb5107bb24300 } from '../../../../plugins/timekeeping/admin/TraceField'
import { PaymentActions as PaymentActions_dd757ec10dc1c7641a3831ecd4331ff2 } from '../../../../plugins/payments/admin/PaymentActions'
import { SettleActions as SettleActions_8c3b3a34ee07d7bdc827f823ca22aa5b } from '../../../../plugins/billing/admin/SettleActions'
import { InvoiceActions as InvoiceActions_72b1956045cce247dbf96948b78d1e2d } from '../../../../plugins/billing/admin/InvoiceActions'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { MailAddressActions as MailAddressActions_c5d4ccc923c6386a0ff42691d9d01d57 } from '../../../../plugins/work/admin/MailAddressActions'
import { MailContentField as MailContentField_155f04ed9cb84aa0f8e9da79fcc65b82 } from '../../../../plugins/work/admin/MailContentField'
import { OpenMailLink as OpenMailLink_3d15dea48132e0a68b9156f68ec6b496 } from '../../../../plugins/work/admin/OpenMailLink'
import { MailActions as MailActions_5d35d7276c8462ea1bd276e540fc8c9a } from '../../../../plugins/work/admin/MailActions'
import { ImportScreen as ImportScreen_f929fff71d4d016cb24284b521026326 } from '../../../../plugins/crm/admin/ImportScreen'
import { ImportsScreen as ImportsScreen_ebacef21b732dd6cd0ae41841580dc83 } from '../../../../plugins/crm/admin/ImportsScreen'
import { MailingProgress as MailingProgress_12b64af462ed89732034865485b9ca1c } from '../../../../plugins/letters/admin/MailingProgress'
import { NewMailing as NewMailing_d4b18f2ff93f91945d99eeb795c5f3cb } from '../../../../plugins/letters/admin/NewMailing'
import { MailingActions as MailingActions_27f345d245abddc9e0a9e9f6074fe56a } from '../../../../plugins/letters/admin/MailingActions'
import { WordsField as WordsField_9d8baa2e6489441612818aea45e8fbe4 } from '../../../../plugins/letters/admin/WordsField'
import { FilesField as FilesField_fbc12dab00441f32876c8a1a26f9c960 } from '../../../../plugins/letters/admin/FilesField'
import { IncomingActions as IncomingActions_ddd814217f15b6cc1222a67b8cf1df33 } from '../../../../plugins/letters/admin/IncomingActions'
import { HoldActions as HoldActions_d8244672ef058a38fbec928fc1b1f19f } from '../../../../plugins/crm/admin/HoldActions'
import { RetentionDue as RetentionDue_743bd836f0690bce8361b08bf5425a19 } from '../../../../plugins/crm/admin/RetentionDue'
import { CustomFieldsScreen as CustomFieldsScreen_34c36acd01557cde1234de7b621a8f93 } from '../../../../plugins/kernel/admin/CustomFieldsScreen'
import { StandingField as StandingField_036906def3025c16fca790ce2d215a9f } from '../../../../plugins/agency/admin/StandingField'
import { StandingCell as StandingCell_4ca747a16540c899d248b4a6c3896033 } from '../../../../plugins/agency/admin/StandingCell'
import { InviteColleague as InviteColleague_b813e7e5edd9e402bb50c65e60d92091 } from '../../../../plugins/agency/admin/InviteColleague'
import { ColleagueActions as ColleagueActions_9f7c2accd87bc80d458549401582b669 } from '../../../../plugins/agency/admin/ColleagueActions'
import { PermissionsField as PermissionsField_eeeb9353dbcfce040234574db84302f2 } from '../../../../plugins/agency/admin/PermissionsField'
import { NumberPreview as NumberPreview_1c3697703773456ca77dd7c3b59d5f36 } from '../../../../plugins/agency/admin/NumberPreview'
import { LegalEntityActions as LegalEntityActions_f55a4f66d7626c21899d8481bcb04599 } from '../../../../plugins/agency/admin/LegalEntityActions'
import { ColourCell as ColourCell_079a9555b1dda052465579d6472c9772 } from '../../../../plugins/kernel/admin/ColourCell'
import { ColourField as ColourField_aae042c43a3f2d14db7fcf879bc97c7a } from '../../../../plugins/kernel/admin/ColourField'
import { BrandActions as BrandActions_6658d62fc6fbc610aa16cd4a715aae3e } from '../../../../plugins/agency/admin/BrandActions'
import { HoursRowLabel as HoursRowLabel_ba89cc6b10b0ea1d9664912239606b0e } from '../../../../plugins/agency/admin/HoursRowLabel'
import { CalendarActions as CalendarActions_2ca60731398348768959840a936f3bf0 } from '../../../../plugins/agency/admin/CalendarActions'
import { ClockTimesScreen as ClockTimesScreen_2b07cde452e8ce04b53a063c6b83f3f5 } from '../../../../plugins/work/admin/ClockTimesScreen'
import { MessagesScreen as MessagesScreen_9e263e452c67518a7782b3689704356a } from '../../../../plugins/work/admin/MessagesScreen'
import { WhenField as WhenField_a39fab5cd27941ab35de6238b4ab7d11 } from '../../../../plugins/pipeline/admin/WhenField'
import { QuestionRowLabel as QuestionRowLabel_12c3ab7ca06bd19d54416b243624bed9 } from '../../../../plugins/pipeline/admin/QuestionRowLabel'
import { IntakePreview as IntakePreview_426cc9f0575c677248bf7651694b6e5b } from '../../../../plugins/pipeline/admin/IntakePreview'
import { IntakeFormActions as IntakeFormActions_228e4f45aa2d2a0a8428faa29364f4ef } from '../../../../plugins/pipeline/admin/IntakeFormActions'
import { PlaybooksScreen as PlaybooksScreen_fe45196041e73fd40bfca059527af0fa } from '../../../../plugins/pipeline/admin/PlaybooksScreen'
import { RoutingScreen as RoutingScreen_14f552c17d41d45f5f4f2d1318e75bc0 } from '../../../../plugins/pipeline/admin/RoutingScreen'
import { StagesScreen as StagesScreen_918fabba3bf7750b4b08f42fb1f176af } from '../../../../plugins/pipeline/admin/StagesScreen'
import { NewMailbox as NewMailbox_d2883964dc90c4817c7fa0e22fe102b4 } from '../../../../plugins/letters/admin/NewMailbox'
import { MailboxActions as MailboxActions_d32f494e7f0c499bacc5f109d05ec1aa } from '../../../../plugins/letters/admin/MailboxActions'
import { NewApiKey as NewApiKey_2e5d665fca2e620167cca36e1b0c82bc } from '../../../../plugins/integrations/admin/NewApiKey'
import { ApiKeyActions as ApiKeyActions_ae3729d3a23e570fe23299264e89d72d } from '../../../../plugins/integrations/admin/ApiKeyActions'
import { NewWebhook as NewWebhook_99d4665657182a5cbfb29432616d5422 } from '../../../../plugins/integrations/admin/NewWebhook'
import { WebhookActions as WebhookActions_4e3b703a4dd1ccf28ac40621d4993330 } from '../../../../plugins/integrations/admin/WebhookActions'
import { DeliveryActions as DeliveryActions_12dbf466e00accd15ea4fa40c1cf4f13 } from '../../../../plugins/integrations/admin/DeliveryActions'
import { IncomingHelp as IncomingHelp_7b09df5dc0ad08df95570e5945cf8744 } from '../../../../plugins/integrations/admin/IncomingHelp'
import { NewIncoming as NewIncoming_7ed96d14ef78526803029f83a7912cab } from '../../../../plugins/integrations/admin/NewIncoming'
import { IncomingActions as IncomingActions_a0519c37955c15af05bda8866e283a37 } from '../../../../plugins/integrations/admin/IncomingActions'
import { ShortlistItemActions as ShortlistItemActions_24c5fc035635567f4344f4982c0f45bd } from '../../../../plugins/pipeline/admin/ShortlistItemActions'
import { Icon as Icon_830b829397d0207638d24c4a9f9b45a6 } from '../../../../plugins/agency/admin/brand/Icon'
import { Logo as Logo_e4cd936e2dadfe70594027158ab2c098 } from '../../../../plugins/agency/admin/brand/Logo'
import { SearchPalette as SearchPalette_a65ee3a52db207492034184b7b4a8fd8 } from '../../../../plugins/kernel/admin/SearchPalette'
import { Bell as Bell_54e21d5eaa73c15d210e573a3c1c2316 } from '../../../../plugins/notifications/admin/Bell'
import { SystemLink as SystemLink_862e7a08b6424fa0df87abc5fb98e1c1 } from '../../../../plugins/work/admin/SystemLink'
import { SettingsLink as SettingsLink_050613b2b41c74312cd669313b47b669 } from '../../../../plugins/agency/admin/SettingsLink'
import { AuditLink as AuditLink_3743c1a1254f0c1151abd02c93bcd52a } from '../../../../plugins/work/admin/AuditLink'
import { BeforeLogin as BeforeLogin_12f8c4641d5e2a43fd4a794d22b1ddd9 } from '../../../../plugins/agency/admin/brand/BeforeLogin'
import { DayLinks as DayLinks_e052b628293b3b729ee37ffac74d07b2 } from '../../../../plugins/agency/admin/DayLinks'
import { LetterWriting as LetterWriting_4523d25e54545e4f3095fe6f76964df2 } from '../../../../plugins/letters/admin/LetterWriting'
import { S3ClientUploadHandler as S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24 } from '@payloadcms/storage-s3/client'
import { System as System_04536599fc3b56dc92148c77887acc4b } from '../../../../plugins/work/admin/System'
import { ApiReference as ApiReference_428e149498a50e7b14ecf89313cc1ca3 } from '../../../../plugins/integrations/admin/ApiReference'
import { Desk as Desk_aebe0e5e4d7042068d64b9ecd32cd127 } from '../../../../plugins/pipeline/admin/Desk'
import { SettingsScreen as SettingsScreen_4d29ce85a7034eab261338e6ba3af2f2 } from '../../../../plugins/agency/admin/SettingsScreen'
import { RightsScreen as RightsScreen_e346ebb98296bf96be8f4c493d073f16 } from '../../../../plugins/agency/admin/RightsScreen'
import { SecondFactorScreen as SecondFactorScreen_541b38193fddb5d6be6a36d1dd49155a } from '../../../../plugins/agency/admin/SecondFactorScreen'
import { UnauthorizedScreen as UnauthorizedScreen_e0ee32ff31002b94534a58ed9eceec4e } from '../../../../plugins/agency/admin/UnauthorizedScreen'
import { HolidaysScreen as HolidaysScreen_828f5f5ffbbec18a249365a5f36ea839 } from '../../../../plugins/agency/admin/HolidaysScreen'
import { AuditTrail as AuditTrail_ae0baa33dccd05fa34221813b4e9b32d } from '../../../../plugins/work/admin/AuditTrail'
import { MyDay as MyDay_b8862336ec6886b05e668404913b30e8 } from '../../../../plugins/work/admin/MyDay'
import { CvsScreen as CvsScreen_04b6e962600c7ff2ff6eda1d620dc0f4 } from '../../../../plugins/crm/admin/CvsScreen'
import { DuplicatesScreen as DuplicatesScreen_a759b6434f1b56c921df1abca6f4552a } from '../../../../plugins/crm/admin/DuplicatesScreen'
import { FindCandidates as FindCandidates_592f5f881da10a0ca612e5e60d553b10 } from '../../../../plugins/crm/admin/FindCandidates'
import { Notifications as Notifications_0da62228945fdaca60c50389eb93e4ad } from '../../../../plugins/notifications/admin/Notifications'
import { NotificationSettings as NotificationSettings_284db8ead3b497d330fdbf4dda2bd696 } from '../../../../plugins/notifications/admin/NotificationSettings'
import { Dashboard as Dashboard_665c612b88b61ffc2291b2a7cc7c85ca } from '../../../../plugins/reporting/admin/Dashboard'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/plugins/kernel/admin/StateCell#StateCell": StateCell_2371735f0dfbed42af8a8b600ca556c2,
  "/plugins/kernel/admin/StateField#StateField": StateField_26fa1872bb650bc1626db81ac5644f6a,
  "/plugins/kernel/admin/DayCell#DayCell": DayCell_11f95e5a8c503fd04136f6ccf49ccdfd,
  "/plugins/kernel/admin/DayField#DayField": DayField_a83efd090a4c476877c19114620bc576,
  "/plugins/work/admin/AboutField#AboutField": AboutField_81dd38bc809ee34487bc4e0ac77285e0,
  "/plugins/work/admin/RecordStory#RecordStory": RecordStory_04b4c3d9fecaf228e47ae20fa367ecff,
  "/plugins/kernel/admin/ListFiles#ListFiles": ListFiles_27ba597bfa51d66ed8dd642ff89718a6,
  "/plugins/work/admin/TaskActions#TaskActions": TaskActions_7adb375988712d923850e7ac98e7bf34,
  "/plugins/kernel/admin/MinutesCell#MinutesCell": MinutesCell_3a663bf84a84802550f748eeb895a99b,
  "/plugins/kernel/admin/MinutesField#MinutesField": MinutesField_a1a4f656e193baeb32e2ec55ba744031,
  "/plugins/work/admin/PausesField#PausesField": PausesField_8ee0618997d980f0942bb97679e6d880,
  "/plugins/work/admin/ClockActions#ClockActions": ClockActions_003a3580ccfe55ea1ce4aeedc15f4f43,
  "/plugins/pipeline/admin/SimilarRequests#SimilarRequests": SimilarRequests_5ac12b195fc4c6e591a7159d47fbc738,
  "/plugins/kernel/admin/AmountCell#AmountCell": AmountCell_7af8ecd49a8e5e42f1bcb6c992bcca91,
  "/plugins/kernel/admin/AmountField#AmountField": AmountField_d3d898a98ec8c064641a3dd1227a1fd0,
  "/plugins/pipeline/admin/IntakeAnswers#IntakeAnswers": IntakeAnswers_f67a46d808e6c3d027059f0ad6b6680f,
  "/plugins/kernel/admin/FactsField#FactsField": FactsField_abc904cf5a14e30e7ecf6597b9519100,
  "/plugins/work/admin/RecordWork#RecordWork": RecordWork_a7e8ebaf328d54c0555a174aa51e2380,
  "/plugins/pipeline/admin/OrderRequestActions#OrderRequestActions": OrderRequestActions_d9530f58c44d9e6c2eb9f9a7df7240f0,
  "/plugins/pipeline/admin/OrderHealth#OrderHealth": OrderHealth_f6ad2af0968c310074e2594e056770ec,
  "/plugins/pipeline/admin/OrderOpenings#OrderOpenings": OrderOpenings_0c9917dd9f676ec284ee27baf675acf2,
  "/plugins/kernel/admin/ListCell#ListCell": ListCell_9bd87693fefd236b97da218b879db6cc,
  "/plugins/pipeline/admin/QualifyPanel#QualifyPanel": QualifyPanel_140f742b70a4ebdc55335797978b1120,
  "/plugins/kernel/admin/YesNoCell#YesNoCell": YesNoCell_54a1035197b87380ba6b3150145f0882,
  "/plugins/pipeline/admin/ClientThread#ClientThread": ClientThread_86f2078006918e0ce245556e599ce8e4,
  "/plugins/pipeline/admin/GradeCell#GradeCell": GradeCell_02488875e63f38e04d0dd838b8874662,
  "/plugins/agency/admin/LabelsCell#LabelsCell": LabelsCell_cfe38742863310f9b946bdb090609472,
  "/plugins/agency/admin/LabelsField#LabelsField": LabelsField_36be7783a168952becf9ab8734fe454a,
  "/plugins/kernel/admin/CustomValuesField#CustomValuesField": CustomValuesField_b32f83b775a99db5ebf6e5775b29b9f1,
  "/plugins/agency/admin/LabelSelected#LabelSelected": LabelSelected_f0aeae39c679fb690c10626cbca22827,
  "/plugins/pipeline/admin/JobOrderActions#JobOrderActions": JobOrderActions_3ec00ccea116dfd88f5fe70c9897e220,
  "/plugins/pipeline/admin/OrderBoardTab#OrderBoardTab": OrderBoardTab_842dc72eb4b64ce307a7397cfd568de2,
  "/plugins/pipeline/admin/MatchTab#MatchTab": MatchTab_5158f5f0dee44c451e5efdcc270e44d8,
  "/plugins/letters/admin/MailTabs#OrderMail": OrderMail_81b36594c6ec4f18eb62f6df25565240,
  "/plugins/kernel/admin/CustomisedList#CustomisedList": CustomisedList_5d331d2cc915358241f919980f60be4f,
  "/plugins/pipeline/admin/OrderTemplateActions#OrderTemplateActions": OrderTemplateActions_3e3745b07fc108ae3403eed78da7c313,
  "/plugins/pipeline/admin/OpeningActions#OpeningActions": OpeningActions_e0c95760830709e0c85a2abe4b3c233a,
  "/plugins/pipeline/admin/JobPostingActions#JobPostingActions": JobPostingActions_9debe8083e935853a494f9f5b0edf934,
  "/plugins/pipeline/admin/SubmissionsSelected#SubmissionsSelected": SubmissionsSelected_fa626b9e343e655d7782cf4245f64ba4,
  "/plugins/pipeline/admin/SubmissionActions#SubmissionActions": SubmissionActions_a097c996ae9153445b44c48946aad297,
  "/plugins/pipeline/admin/RepresentationActions#RepresentationActions": RepresentationActions_dea93d5d245f94a46096a9d92852ff76,
  "/plugins/pipeline/admin/ShortlistActions#ShortlistActions": ShortlistActions_57378f1994e66c6049c52a0574355a44,
  "/plugins/pipeline/admin/ShortlistPeopleTab#ShortlistPeopleTab": ShortlistPeopleTab_762e9c1ebf0ece9dbe42f0210804c3ae,
  "/plugins/pipeline/admin/InterviewActions#InterviewActions": InterviewActions_b28355541a069b0c08ae3cda4667de3c,
  "/plugins/pipeline/admin/OfferHistory#OfferHistory": OfferHistory_47c811e05b9a46f7e54c917daea42c14,
  "/plugins/pipeline/admin/OfferActions#OfferActions": OfferActions_1a6047537ccde272e442d28c6065db9a,
  "/plugins/crm/admin/AvailabilityMonth#AvailabilityMonth": AvailabilityMonth_27646a0060251a09738e586069b38cfd,
  "/plugins/crm/admin/CvsBar#CvsBar": CvsBar_776f5a68bae32e591664177826f86dc9,
  "/plugins/crm/admin/PoolSelected#PoolSelected": PoolSelected_43686d994acd863e7b227416c119a6e6,
  "/plugins/letters/admin/WriteSelected#WriteSelected": WriteSelected_80ff3b9b55c202e8d1ff4d9aa8804c5c,
  "/plugins/crm/admin/CandidateActions#CandidateActions": CandidateActions_d64b51ccb7010606bc3030b726e91074,
  "/plugins/crm/admin/DuplicatesTab#DuplicatesTab": DuplicatesTab_57d366df7e002c7185793648633bf365,
  "/plugins/crm/admin/ConfidentialTab#ConfidentialTab": ConfidentialTab_c6f068ea595fe817a64ab18e068aa136,
  "/plugins/crm/admin/PrivacyTabs#CandidatePrivacy": CandidatePrivacy_dfdb2cba018e1643539580f003ce0349,
  "/plugins/pipeline/admin/OrdersTab#OrdersTab": OrdersTab_0e5559baca3c75b0f42c903b0388ae87,
  "/plugins/letters/admin/MailTabs#CandidateMail": CandidateMail_81b36594c6ec4f18eb62f6df25565240,
  "/plugins/crm/admin/PoolMembers#PoolMembers": PoolMembers_31cbb50b700a75ba9c97577fd36a0180,
  "/plugins/crm/admin/ClientBlockActions#ClientBlockActions": ClientBlockActions_b5a0a6f8ff5edb77be76d8380d36eea9,
  "/plugins/crm/admin/ConsentActions#ConsentActions": ConsentActions_830c051ca6ead190f312ce687a7cd2fb,
  "/plugins/crm/admin/PlacesBar#PlacesBar": PlacesBar_d0b2e1f3ba8b7ec93c7e891116095548,
  "/plugins/crm/admin/ClientActions#ClientActions": ClientActions_526c806cadb5aa0b4a97f8129484c9c7,
  "/plugins/crm/admin/ContactActions#ContactActions": ContactActions_1629ec7319e6c95044f5637eb8364603,
  "/plugins/crm/admin/PrivacyTabs#ContactPrivacy": ContactPrivacy_dfdb2cba018e1643539580f003ce0349,
  "/plugins/letters/admin/MailTabs#ContactMail": ContactMail_81b36594c6ec4f18eb62f6df25565240,
  "/plugins/placements/admin/PlacementActions#PlacementActions": PlacementActions_9e6b34219835b928481c483deb181932,
  "/plugins/placements/admin/ReadinessActions#ReadinessActions": ReadinessActions_1e9cc08dbbb5d49f6ad5b288885ae71f,
  "/plugins/timekeeping/admin/TimesheetActions#TimesheetActions": TimesheetActions_b3f3a1fda010747df8e50d68bc53b10a,
  "/plugins/timekeeping/admin/HoursTab#HoursTab": HoursTab_434935da3727e72c1c0b992f03608d6c,
  "/plugins/timekeeping/admin/WorkWeekActions#WorkWeekActions": WorkWeekActions_a61b386a5603d1b27f8089992bd99442,
  "/plugins/timekeeping/admin/TraceField#TraceField": TraceField_2a7aa2b9e663e1b2677fb5107bb24300,
  "/plugins/payments/admin/PaymentActions#PaymentActions": PaymentActions_dd757ec10dc1c7641a3831ecd4331ff2,
  "/plugins/billing/admin/SettleActions#SettleActions": SettleActions_8c3b3a34ee07d7bdc827f823ca22aa5b,
  "/plugins/billing/admin/InvoiceActions#InvoiceActions": InvoiceActions_72b1956045cce247dbf96948b78d1e2d,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/plugins/work/admin/MailAddressActions#MailAddressActions": MailAddressActions_c5d4ccc923c6386a0ff42691d9d01d57,
  "/plugins/work/admin/MailContentField#MailContentField": MailContentField_155f04ed9cb84aa0f8e9da79fcc65b82,
  "/plugins/work/admin/OpenMailLink#OpenMailLink": OpenMailLink_3d15dea48132e0a68b9156f68ec6b496,
  "/plugins/work/admin/MailActions#MailActions": MailActions_5d35d7276c8462ea1bd276e540fc8c9a,
  "/plugins/crm/admin/ImportScreen#ImportScreen": ImportScreen_f929fff71d4d016cb24284b521026326,
  "/plugins/crm/admin/ImportsScreen#ImportsScreen": ImportsScreen_ebacef21b732dd6cd0ae41841580dc83,
  "/plugins/letters/admin/MailingProgress#MailingProgress": MailingProgress_12b64af462ed89732034865485b9ca1c,
  "/plugins/letters/admin/NewMailing#NewMailing": NewMailing_d4b18f2ff93f91945d99eeb795c5f3cb,
  "/plugins/letters/admin/MailingActions#MailingActions": MailingActions_27f345d245abddc9e0a9e9f6074fe56a,
  "/plugins/letters/admin/WordsField#WordsField": WordsField_9d8baa2e6489441612818aea45e8fbe4,
  "/plugins/letters/admin/FilesField#FilesField": FilesField_fbc12dab00441f32876c8a1a26f9c960,
  "/plugins/letters/admin/IncomingActions#IncomingActions": IncomingActions_ddd814217f15b6cc1222a67b8cf1df33,
  "/plugins/crm/admin/HoldActions#HoldActions": HoldActions_d8244672ef058a38fbec928fc1b1f19f,
  "/plugins/crm/admin/RetentionDue#RetentionDue": RetentionDue_743bd836f0690bce8361b08bf5425a19,
  "/plugins/kernel/admin/CustomFieldsScreen#CustomFieldsScreen": CustomFieldsScreen_34c36acd01557cde1234de7b621a8f93,
  "/plugins/agency/admin/StandingField#StandingField": StandingField_036906def3025c16fca790ce2d215a9f,
  "/plugins/agency/admin/StandingCell#StandingCell": StandingCell_4ca747a16540c899d248b4a6c3896033,
  "/plugins/agency/admin/InviteColleague#InviteColleague": InviteColleague_b813e7e5edd9e402bb50c65e60d92091,
  "/plugins/agency/admin/ColleagueActions#ColleagueActions": ColleagueActions_9f7c2accd87bc80d458549401582b669,
  "/plugins/agency/admin/PermissionsField#PermissionsField": PermissionsField_eeeb9353dbcfce040234574db84302f2,
  "/plugins/agency/admin/NumberPreview#NumberPreview": NumberPreview_1c3697703773456ca77dd7c3b59d5f36,
  "/plugins/agency/admin/LegalEntityActions#LegalEntityActions": LegalEntityActions_f55a4f66d7626c21899d8481bcb04599,
  "/plugins/kernel/admin/ColourCell#ColourCell": ColourCell_079a9555b1dda052465579d6472c9772,
  "/plugins/kernel/admin/ColourField#ColourField": ColourField_aae042c43a3f2d14db7fcf879bc97c7a,
  "/plugins/agency/admin/BrandActions#BrandActions": BrandActions_6658d62fc6fbc610aa16cd4a715aae3e,
  "/plugins/agency/admin/HoursRowLabel#HoursRowLabel": HoursRowLabel_ba89cc6b10b0ea1d9664912239606b0e,
  "/plugins/agency/admin/CalendarActions#CalendarActions": CalendarActions_2ca60731398348768959840a936f3bf0,
  "/plugins/work/admin/ClockTimesScreen#ClockTimesScreen": ClockTimesScreen_2b07cde452e8ce04b53a063c6b83f3f5,
  "/plugins/work/admin/MessagesScreen#MessagesScreen": MessagesScreen_9e263e452c67518a7782b3689704356a,
  "/plugins/pipeline/admin/WhenField#WhenField": WhenField_a39fab5cd27941ab35de6238b4ab7d11,
  "/plugins/pipeline/admin/QuestionRowLabel#QuestionRowLabel": QuestionRowLabel_12c3ab7ca06bd19d54416b243624bed9,
  "/plugins/pipeline/admin/IntakePreview#IntakePreview": IntakePreview_426cc9f0575c677248bf7651694b6e5b,
  "/plugins/pipeline/admin/IntakeFormActions#IntakeFormActions": IntakeFormActions_228e4f45aa2d2a0a8428faa29364f4ef,
  "/plugins/pipeline/admin/PlaybooksScreen#PlaybooksScreen": PlaybooksScreen_fe45196041e73fd40bfca059527af0fa,
  "/plugins/pipeline/admin/RoutingScreen#RoutingScreen": RoutingScreen_14f552c17d41d45f5f4f2d1318e75bc0,
  "/plugins/pipeline/admin/StagesScreen#StagesScreen": StagesScreen_918fabba3bf7750b4b08f42fb1f176af,
  "/plugins/letters/admin/NewMailbox#NewMailbox": NewMailbox_d2883964dc90c4817c7fa0e22fe102b4,
  "/plugins/letters/admin/MailboxActions#MailboxActions": MailboxActions_d32f494e7f0c499bacc5f109d05ec1aa,
  "/plugins/integrations/admin/NewApiKey#NewApiKey": NewApiKey_2e5d665fca2e620167cca36e1b0c82bc,
  "/plugins/integrations/admin/ApiKeyActions#ApiKeyActions": ApiKeyActions_ae3729d3a23e570fe23299264e89d72d,
  "/plugins/integrations/admin/NewWebhook#NewWebhook": NewWebhook_99d4665657182a5cbfb29432616d5422,
  "/plugins/integrations/admin/WebhookActions#WebhookActions": WebhookActions_4e3b703a4dd1ccf28ac40621d4993330,
  "/plugins/integrations/admin/DeliveryActions#DeliveryActions": DeliveryActions_12dbf466e00accd15ea4fa40c1cf4f13,
  "/plugins/integrations/admin/IncomingHelp#IncomingHelp": IncomingHelp_7b09df5dc0ad08df95570e5945cf8744,
  "/plugins/integrations/admin/NewIncoming#NewIncoming": NewIncoming_7ed96d14ef78526803029f83a7912cab,
  "/plugins/integrations/admin/IncomingActions#IncomingActions": IncomingActions_a0519c37955c15af05bda8866e283a37,
  "/plugins/pipeline/admin/ShortlistItemActions#ShortlistItemActions": ShortlistItemActions_24c5fc035635567f4344f4982c0f45bd,
  "/plugins/agency/admin/brand/Icon#Icon": Icon_830b829397d0207638d24c4a9f9b45a6,
  "/plugins/agency/admin/brand/Logo#Logo": Logo_e4cd936e2dadfe70594027158ab2c098,
  "/plugins/kernel/admin/SearchPalette#SearchPalette": SearchPalette_a65ee3a52db207492034184b7b4a8fd8,
  "/plugins/notifications/admin/Bell#Bell": Bell_54e21d5eaa73c15d210e573a3c1c2316,
  "/plugins/work/admin/SystemLink#SystemLink": SystemLink_862e7a08b6424fa0df87abc5fb98e1c1,
  "/plugins/agency/admin/SettingsLink#SettingsLink": SettingsLink_050613b2b41c74312cd669313b47b669,
  "/plugins/work/admin/AuditLink#AuditLink": AuditLink_3743c1a1254f0c1151abd02c93bcd52a,
  "/plugins/agency/admin/brand/BeforeLogin#BeforeLogin": BeforeLogin_12f8c4641d5e2a43fd4a794d22b1ddd9,
  "/plugins/agency/admin/DayLinks#DayLinks": DayLinks_e052b628293b3b729ee37ffac74d07b2,
  "/plugins/letters/admin/LetterWriting#LetterWriting": LetterWriting_4523d25e54545e4f3095fe6f76964df2,
  "@payloadcms/storage-s3/client#S3ClientUploadHandler": S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24,
  "/plugins/work/admin/System#System": System_04536599fc3b56dc92148c77887acc4b,
  "/plugins/integrations/admin/ApiReference#ApiReference": ApiReference_428e149498a50e7b14ecf89313cc1ca3,
  "/plugins/pipeline/admin/Desk#Desk": Desk_aebe0e5e4d7042068d64b9ecd32cd127,
  "/plugins/agency/admin/SettingsScreen#SettingsScreen": SettingsScreen_4d29ce85a7034eab261338e6ba3af2f2,
  "/plugins/agency/admin/RightsScreen#RightsScreen": RightsScreen_e346ebb98296bf96be8f4c493d073f16,
  "/plugins/agency/admin/SecondFactorScreen#SecondFactorScreen": SecondFactorScreen_541b38193fddb5d6be6a36d1dd49155a,
  "/plugins/agency/admin/UnauthorizedScreen#UnauthorizedScreen": UnauthorizedScreen_e0ee32ff31002b94534a58ed9eceec4e,
  "/plugins/agency/admin/HolidaysScreen#HolidaysScreen": HolidaysScreen_828f5f5ffbbec18a249365a5f36ea839,
  "/plugins/work/admin/AuditTrail#AuditTrail": AuditTrail_ae0baa33dccd05fa34221813b4e9b32d,
  "/plugins/work/admin/MyDay#MyDay": MyDay_b8862336ec6886b05e668404913b30e8,
  "/plugins/crm/admin/CvsScreen#CvsScreen": CvsScreen_04b6e962600c7ff2ff6eda1d620dc0f4,
  "/plugins/crm/admin/DuplicatesScreen#DuplicatesScreen": DuplicatesScreen_a759b6434f1b56c921df1abca6f4552a,
  "/plugins/crm/admin/FindCandidates#FindCandidates": FindCandidates_592f5f881da10a0ca612e5e60d553b10,
  "/plugins/notifications/admin/Notifications#Notifications": Notifications_0da62228945fdaca60c50389eb93e4ad,
  "/plugins/notifications/admin/NotificationSettings#NotificationSettings": NotificationSettings_284db8ead3b497d330fdbf4dda2bd696,
  "/plugins/reporting/admin/Dashboard#Dashboard": Dashboard_665c612b88b61ffc2291b2a7cc7c85ca,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
