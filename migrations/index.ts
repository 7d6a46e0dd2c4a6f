import * as m0 from './20261122_000000_collections'
import * as m1 from './20261122_000100_ground'
import * as m2 from './20261122_000200_rules'
import * as m3 from './20261122_000300_crm'
import * as m4 from './20261122_000310_pipeline'
import * as m5 from './20261122_000320_placements'
import * as m6 from './20261122_000330_timekeeping'
import * as m7 from './20261122_000340_payments'
import * as m8 from './20261122_000350_billing'
import * as m9 from './20261122_000360_site'
import * as m10 from './20261122_123219_notices'
import * as m11 from './20261122_123221_notices_ground'
import * as m12 from './20261122_123446_staff'
import * as m13 from './20261122_125108_work'
import * as m14 from './20261122_125109_work_ground'
import * as m15 from './20261122_125547_keys'
import * as m16 from './20261122_125549_integrations_ground'
import * as m17 from './20261122_131915_calendars'
import * as m18 from './20261122_132510_privacy'
import * as m19 from './20261122_132512_privacy_ground'
import * as m20 from './20261122_132804_clocks'
import * as m21 from './20261122_132806_clocks_ground'
import * as m22 from './20261122_133450_webhooks'
import * as m23 from './20261122_133453_search_ground'
import * as m24 from './20261122_133454_search_rows'
import * as m25 from './20261122_133455_webhooks_ground'
import * as m26 from './20261122_134238_notes'
import * as m27 from './20261122_134240_notes_ground'
import * as m28 from './20261122_134241_audit_ground'
import * as m29 from './20261122_135312_files'
import * as m30 from './20261122_135725_customfields'
import * as m31 from './20261122_135727_custom_fields_ground'
import * as m32 from './20261122_140314_factor'
import * as m33 from './20261122_140316_second_factors'
import * as m34 from './20261122_141844_templates'
import * as m35 from './20261122_141845_demo_rows_ground'
import * as m36 from './20261122_155710_brands'
import * as m37 from './20261122_160538_trust_ground'
import * as m38 from './20261122_160745_brands'
import * as m39 from './20261122_160747_invoice_prefix_ground'
import * as m40 from './20261122_161454_threads'
import * as m41 from './20261122_162107_brands'
import * as m42 from './20261122_163052_clocktimes'
import * as m43 from './20261122_164640_threads'
import * as m44 from './20261122_191623_profile'
import * as m45 from './20261122_191626_profile_rules'
import * as m46 from './20261122_192429_desk'
import * as m47 from './20261122_192431_desk_ground'
import * as m48 from './20261122_192646_intake'
import * as m49 from './20261122_192648_intake_rules'
import * as m50 from './20261122_193907_people'
import * as m51 from './20261122_193909_imports_rules'
import * as m52 from './20261122_194219_playbooks'
import * as m53 from './20261122_194220_playbooks_rules'
import * as m54 from './20261122_194617_desk'
import * as m55 from './20261122_195056_cvs'
import * as m56 from './20261122_195057_cvs_rules'
import * as m57 from './20261122_200230_candidate_search_ground'
import * as m58 from './20261122_200230_candidate_search_plan'
import * as m59 from './20261122_200231_candidate_search_rows'
import * as m60 from './20261122_201801_routing'
import * as m61 from './20261122_202327_desk'
import * as m62 from './20261122_202328_answers_ground'
import * as m63 from './20261122_231746_letters'
import * as m64 from './20261122_231748_letters_rules'
import * as m65 from './20261122_232326_interviews'
import * as m66 from './20261122_232328_offers_rules'
import * as m67 from './20261122_233024_shortlist'
import * as m68 from './20261122_234957_places'
import * as m69 from './20261122_234958_places_rules'
import * as m70 from './20261122_235212_import_files_rules'
import * as m71 from './20261123_003714_intake'
import * as m72 from './20261123_004246_merge'
import * as m73 from './20261123_004247_merge_rules'
import * as m74 from './20261123_004248_pools_rules'
import * as m75 from './20261123_023701_keeping'
import * as m76 from './20261123_023703_keeping_rules'
import * as m77 from './20261123_023704_keeping_indexes_rules'
import * as m78 from './20261123_025301_pools'
import * as m79 from './20261123_025303_pool_searches_rules'

export const migrations = [
  { up: m0.up, down: m0.down, name: '20261122_000000_collections' },
  { up: m1.up, down: m1.down, name: '20261122_000100_ground' },
  { up: m2.up, down: m2.down, name: '20261122_000200_rules' },
  { up: m3.up, down: m3.down, name: '20261122_000300_crm' },
  { up: m4.up, down: m4.down, name: '20261122_000310_pipeline' },
  { up: m5.up, down: m5.down, name: '20261122_000320_placements' },
  { up: m6.up, down: m6.down, name: '20261122_000330_timekeeping' },
  { up: m7.up, down: m7.down, name: '20261122_000340_payments' },
  { up: m8.up, down: m8.down, name: '20261122_000350_billing' },
  { up: m9.up, down: m9.down, name: '20261122_000360_site' },
  { up: m10.up, down: m10.down, name: '20261122_123219_notices' },
  { up: m11.up, down: m11.down, name: '20261122_123221_notices_ground' },
  { up: m12.up, down: m12.down, name: '20261122_123446_staff' },
  { up: m13.up, down: m13.down, name: '20261122_125108_work' },
  { up: m14.up, down: m14.down, name: '20261122_125109_work_ground' },
  { up: m15.up, down: m15.down, name: '20261122_125547_keys' },
  { up: m16.up, down: m16.down, name: '20261122_125549_integrations_ground' },
  { up: m17.up, down: m17.down, name: '20261122_131915_calendars' },
  { up: m18.up, down: m18.down, name: '20261122_132510_privacy' },
  { up: m19.up, down: m19.down, name: '20261122_132512_privacy_ground' },
  { up: m20.up, down: m20.down, name: '20261122_132804_clocks' },
  { up: m21.up, down: m21.down, name: '20261122_132806_clocks_ground' },
  { up: m22.up, down: m22.down, name: '20261122_133450_webhooks' },
  { up: m23.up, down: m23.down, name: '20261122_133453_search_ground' },
  { up: m24.up, down: m24.down, name: '20261122_133454_search_rows' },
  { up: m25.up, down: m25.down, name: '20261122_133455_webhooks_ground' },
  { up: m26.up, down: m26.down, name: '20261122_134238_notes' },
  { up: m27.up, down: m27.down, name: '20261122_134240_notes_ground' },
  { up: m28.up, down: m28.down, name: '20261122_134241_audit_ground' },
  { up: m29.up, down: m29.down, name: '20261122_135312_files' },
  { up: m30.up, down: m30.down, name: '20261122_135725_customfields' },
  { up: m31.up, down: m31.down, name: '20261122_135727_custom_fields_ground' },
  { up: m32.up, down: m32.down, name: '20261122_140314_factor' },
  { up: m33.up, down: m33.down, name: '20261122_140316_second_factors' },
  { up: m34.up, down: m34.down, name: '20261122_141844_templates' },
  { up: m35.up, down: m35.down, name: '20261122_141845_demo_rows_ground' },
  { up: m36.up, down: m36.down, name: '20261122_155710_brands' },
  { up: m37.up, down: m37.down, name: '20261122_160538_trust_ground' },
  { up: m38.up, down: m38.down, name: '20261122_160745_brands' },
  { up: m39.up, down: m39.down, name: '20261122_160747_invoice_prefix_ground' },
  { up: m40.up, down: m40.down, name: '20261122_161454_threads' },
  { up: m41.up, down: m41.down, name: '20261122_162107_brands' },
  { up: m42.up, down: m42.down, name: '20261122_163052_clocktimes' },
  { up: m43.up, down: m43.down, name: '20261122_164640_threads' },
  { up: m44.up, down: m44.down, name: '20261122_191623_profile' },
  { up: m45.up, down: m45.down, name: '20261122_191626_profile_rules' },
  { up: m46.up, down: m46.down, name: '20261122_192429_desk' },
  { up: m47.up, down: m47.down, name: '20261122_192431_desk_ground' },
  { up: m48.up, down: m48.down, name: '20261122_192646_intake' },
  { up: m49.up, down: m49.down, name: '20261122_192648_intake_rules' },
  { up: m50.up, down: m50.down, name: '20261122_193907_people' },
  { up: m51.up, down: m51.down, name: '20261122_193909_imports_rules' },
  { up: m52.up, down: m52.down, name: '20261122_194219_playbooks' },
  { up: m53.up, down: m53.down, name: '20261122_194220_playbooks_rules' },
  { up: m54.up, down: m54.down, name: '20261122_194617_desk' },
  { up: m55.up, down: m55.down, name: '20261122_195056_cvs' },
  { up: m56.up, down: m56.down, name: '20261122_195057_cvs_rules' },
  { up: m57.up, down: m57.down, name: '20261122_200230_candidate_search_ground' },
  { up: m58.up, down: m58.down, name: '20261122_200230_candidate_search_plan' },
  { up: m59.up, down: m59.down, name: '20261122_200231_candidate_search_rows' },
  { up: m60.up, down: m60.down, name: '20261122_201801_routing' },
  { up: m61.up, down: m61.down, name: '20261122_202327_desk' },
  { up: m62.up, down: m62.down, name: '20261122_202328_answers_ground' },
  { up: m63.up, down: m63.down, name: '20261122_231746_letters' },
  { up: m64.up, down: m64.down, name: '20261122_231748_letters_rules' },
  { up: m65.up, down: m65.down, name: '20261122_232326_interviews' },
  { up: m66.up, down: m66.down, name: '20261122_232328_offers_rules' },
  { up: m67.up, down: m67.down, name: '20261122_233024_shortlist' },
  { up: m68.up, down: m68.down, name: '20261122_234957_places' },
  { up: m69.up, down: m69.down, name: '20261122_234958_places_rules' },
  { up: m70.up, down: m70.down, name: '20261122_235212_import_files_rules' },
  { up: m71.up, down: m71.down, name: '20261123_003714_intake' },
  { up: m72.up, down: m72.down, name: '20261123_004246_merge' },
  { up: m73.up, down: m73.down, name: '20261123_004247_merge_rules' },
  { up: m74.up, down: m74.down, name: '20261123_004248_pools_rules' },
  { up: m75.up, down: m75.down, name: '20261123_023701_keeping' },
  { up: m76.up, down: m76.down, name: '20261123_023703_keeping_rules' },
  { up: m77.up, down: m77.down, name: '20261123_023704_keeping_indexes_rules' },
  { up: m78.up, down: m78.down, name: '20261123_025301_pools' },
  { up: m79.up, down: m79.down, name: '20261123_025303_pool_searches_rules' },
]
