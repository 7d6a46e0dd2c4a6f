/** A test that an attack is held off: its file and its title, or the part of it that is no variable. */
export type Proof = { file: string; title: string }

/** One attack or fault. `open` says in words what no test tries yet. */
export type Attack = { id: string; what: string; proofs: readonly Proof[]; open?: string }

const test =
  (file: string) =>
  (title: string): Proof => ({ file, title })

const matrix = test('src/testing/security/access-matrix.int.test.ts')
const outsiders = test('src/testing/security/outsiders.int.test.ts')
const accounts = test('src/testing/security/accounts.int.test.ts')
const input = test('src/testing/security/input.int.test.ts')
const sessions = test('src/testing/security/sessions.int.test.ts')
const erasure = test('src/testing/security/erasure.int.test.ts')
const commands = test('src/testing/kernel-commands.int.test.ts')
const crash = test('src/testing/kernel-crash.int.test.ts')
const events = test('src/testing/kernel-events.int.test.ts')
const audit = test('src/testing/audit.int.test.ts')
const mail = test('src/testing/kernel-mail.int.test.ts')
const transactions = test('src/testing/kernel-transactions.int.test.ts')
const workers = test('src/testing/kernel-workers.int.test.ts')
const proxy = test('src/proxy.test.ts')
const twoProcesses = test('src/testing/journeys/two-processes.e2e.test.ts')
const databaseCrash = test('src/testing/journeys/database-crash.e2e.test.ts')
const portal = test('src/testing/portal.int.test.ts')
const incoming = test('plugins/integrations/incoming.int.test.ts')
const receivers = test('plugins/integrations/adapters/post-webhook.test.ts')
const keys = test('plugins/integrations/api-keys.int.test.ts')
const staff = test('plugins/agency/staff.int.test.ts')
const pipeline = test('plugins/pipeline/pipeline.int.test.ts')
const publicSites = test('src/testing/security/public-sites.int.test.ts')
const crm = test('plugins/crm/crm.int.test.ts')
const product = test('src/testing/security/product.test.ts')
const patterns = test('src/testing/security/patterns.test.ts')
const secondFactor = test('plugins/agency/second-factor.int.test.ts')
const virusScan = test('plugins/crm/virus-scan.int.test.ts')
const customFields = test('src/testing/custom-fields.int.test.ts')
const cells = test('plugins/kernel/domain/csv.test.ts')
const jobPosting = test('src/testing/job-posting.test.ts')
const diskErrors = test('src/access/answer-disk-errors.test.ts')
const placements = test('plugins/placements/placements.int.test.ts')
const backup = test('src/bin/backup.int.test.ts')
const migrations = test('src/testing/migrations-under-load.int.test.ts')
const observation = test('plugins/kernel/observation.int.test.ts')

/** Every attack and fault the product is built against, by area. */
export const attacks: readonly { area: string; rows: readonly Attack[] }[] = [
  {
    area: 'A. Rights',
    rows: [
      {
        id: 'A-1',
        what: 'A collection, global or built-in without explicit rights',
        proofs: [
          matrix('is the one that was checked in'),
          matrix('refuses a collection without any rule'),
          matrix('refuses a built-in collection it does not know'),
        ],
      },
      {
        id: 'A-2',
        what: 'A client asks for records of another client by id',
        proofs: [
          outsiders('find no record of anybody by its id'),
          pipeline('is of its client alone'),
        ],
      },
      {
        id: 'A-3',
        what: 'A candidate asks for records and files of another candidate',
        proofs: [
          outsiders('find no record of anybody by its id'),
          pipeline('is seen and taken back by its candidate, and by no other'),
        ],
      },
      {
        id: 'A-4',
        what: 'Pages and portal of one site asked for on the host of another',
        proofs: [
          proxy('cannot ask for the pages of another host by path'),
          proxy('stays in its host'),
          publicSites('answers byte by byte as if there were no other'),
        ],
      },
      {
        id: 'A-5',
        what: 'Guessing numeric ids',
        proofs: [outsiders('is planted, and known by an id that tells nothing')],
      },
      {
        id: 'A-6',
        what: 'Reading a hidden field by filter, sort, select or population',
        proofs: [
          outsiders('change no answer to anybody who may not read them'),
          outsiders('never get the value of a field that is not theirs'),
        ],
      },
      {
        id: 'A-7',
        what: 'Learning of hidden rows by counts and messages',
        proofs: [
          outsiders('learn nothing by counting, filtering, versions or files'),
          accounts('says the same for an account that exists'),
        ],
      },
      {
        id: 'A-8',
        what: 'Extra keys in a body: roles, states, prices, prototypes',
        proofs: [
          outsiders('changes no stored value, whoever sends it'),
          outsiders('gives nobody a role'),
          pipeline('cannot be passed by editing the state through REST'),
        ],
      },
      {
        id: 'A-9',
        what: 'A client sees pay, a candidate the bill rate, a recruiter the margin',
        proofs: [
          pipeline('tells a client neither pay nor notes nor how to reach a candidate'),
          outsiders('never get the value of a field that is not theirs'),
          pipeline('tells no client the pay and no candidate the bill rate'),
          placements('is written after confirmation, once, for the candidate alone'),
        ],
        open: 'Of printed papers the letter to the worker is searched, the invoice is not.',
      },
      {
        id: 'A-10',
        what: 'Server actions and internal headers called directly',
        proofs: [
          proxy('tells the product nothing about itself that only a proxy of ours may tell'),
        ],
        open: 'Server actions are tried with forged ids by the journeys only.',
      },
      {
        id: 'A-11',
        what: 'A colleague is disabled or loses a role while signed in',
        proofs: [
          staff('is out at once on every device'),
          portal('ends the session of an account that is disabled later'),
          sessions('has lost it with the next call'),
        ],
      },
      {
        id: 'A-12',
        what: 'Drafts and versions read by outsiders',
        proofs: [outsiders('learn nothing by counting, filtering, versions or files')],
      },
      {
        id: 'A-13',
        what: 'Acting for somebody without a trace',
        proofs: [keys('calls commands of its scope, and is the actor in the audit')],
      },
    ],
  },
  {
    area: 'B. Sign-in and session',
    rows: [
      {
        id: 'B-1',
        what: 'Thousands of passwords from one and from many addresses',
        proofs: [
          accounts('is counted over all accounts of one address'),
          accounts('is refused after too many tries at one account'),
          portal('is refused after ten tries at one login'),
        ],
      },
      {
        id: 'B-2',
        what: 'Telling existing accounts by status, text or time',
        proofs: [
          accounts('takes as long for an account that does not exist'),
          accounts('forgotten says the same and takes as long'),
        ],
      },
      {
        id: 'B-3',
        what: 'Weak passwords; long and unusual ones cut off',
        proofs: [
          accounts('that is guessed first is refused'),
          accounts('of any length, script and spacing is taken whole'),
        ],
      },
      {
        id: 'B-4',
        what: 'A reset link used twice, in parallel, after a second request, led to another host',
        proofs: [
          mail('can be chosen anew once, by one of twenty'),
          mail('loses the first link by asking a second time'),
          mail('leads to our own host whatever the request says'),
          mail('ends the sessions that were open'),
        ],
      },
      {
        id: 'B-5',
        what: 'Session fixation, use after sign-out',
        proofs: [
          accounts('by a cookie that scripts cannot read'),
          portal('ends when the person signs out'),
          sessions('is of no use after signing out'),
        ],
      },
      {
        id: 'B-6',
        what: 'Forged, expired and foreign tokens',
        proofs: [
          sessions('that is unsigned, signed with another key, over, or of another session'),
          events('cannot be forged in the cookie'),
        ],
      },
      {
        id: 'B-7',
        what: 'Calls from other sites with a visitor’s cookie',
        proofs: [
          accounts('changes nothing with a visitor’s cookie'),
          accounts('reads nothing with a visitor’s cookie'),
          accounts('changes nothing by GET'),
        ],
      },
      {
        id: 'B-8',
        what: 'Fifty first registrations at once on an empty database',
        proofs: [accounts('never comes from outside, not even on an empty database')],
      },
      {
        id: 'B-9',
        what: 'Links guessed, forwarded, used twice or for another record',
        proofs: [
          events('carry 256 bits, are stored as a hash only'),
          events('are spent once by twenty acts at the same time'),
          events('open only their own purpose and record'),
          events('end by time and by revocation'),
        ],
      },
      {
        id: 'B-10',
        what: 'A second factor’s code used twice; readable recovery codes',
        proofs: [
          secondFactor('makes a password half of a sign-in'),
          secondFactor('is opened by each recovery code once'),
          secondFactor('takes ten wrong codes'),
          secondFactor('keeps no secret in the answers'),
        ],
      },
      {
        id: 'B-11',
        what: 'Taking over by a changed e-mail address',
        proofs: [
          pipeline('gives nobody’s record the e-mail of a stranger'),
          sessions('is changed by nobody for themselves'),
          sessions('of a colleague opens nothing of theirs'),
        ],
      },
    ],
  },
  {
    area: 'C. Input, files, output',
    rows: [
      {
        id: 'C-1',
        what: 'Scripts in text that is shown',
        proofs: [
          proxy('runs no script that is not ours'),
          mail('shows what people wrote as text and never as HTML'),
        ],
        open: 'The corpus is not rendered in a browser on every page.',
      },
      {
        id: 'C-2',
        what: 'HTML blocks of one’s own',
        proofs: [
          product('is put into no page as HTML'),
          jobPosting('can never end the script element it stands in'),
        ],
      },
      {
        id: 'C-3',
        what: 'Template injection',
        proofs: [mail('shows what people wrote as text and never as HTML')],
      },
      {
        id: 'C-4',
        what: 'Formulas in exported cells',
        proofs: [
          cells('keeps rows and columns apart'),
          audit('is CSV in which no cell is a formula'),
          customFields('harmless in a spreadsheet'),
        ],
      },
      {
        id: 'C-5',
        what: 'Headers injected into mails',
        proofs: [mail('lets no header in by subject or name')],
      },
      {
        id: 'C-6',
        what: 'Redirects to other hosts',
        proofs: [proxy('leads where it should'), proxy('a redirect after signing in')],
      },
      {
        id: 'C-7',
        what: 'Files that are not what they say, bombs, names that lead elsewhere',
        proofs: [
          input('with more pixels than a picture has is refused'),
          input('is refused by its name'),
          input('is refused in a form that is none'),
          input('that is in order is kept under a name of ours'),
        ],
      },
      {
        id: 'C-8',
        what: 'Viruses',
        proofs: [
          virusScan('is given to nobody before the scanner has found nothing in it'),
          virusScan('that is infected is never given out nor read'),
          virusScan('cannot be declared clean by whoever brings it'),
          virusScan('that is infected is told to the colleague who uploaded it'),
        ],
      },
      {
        id: 'C-9',
        what: 'A file fetched by an old, changed or foreign link',
        proofs: [
          pipeline('shows the CV of an application to its client, and to no other'),
          erasure('comes after a copy for the person, who fetches all of it once'),
        ],
      },
      {
        id: 'C-10',
        what: 'The server made to fetch an address of the inside',
        proofs: [
          input('is not fetched from an address in the form'),
          receivers('does not follow redirects'),
          receivers('is looked up once: one that changes its mind afterwards is not asked again'),
        ],
      },
      {
        id: 'C-11',
        what: 'Paths that climb out',
        proofs: [
          proxy('stays in its host whatever its path is made of'),
          proxy('a path of the API'),
        ],
      },
      {
        id: 'C-12',
        what: 'Prototype pollution',
        proofs: [input('never reaches a prototype'), outsiders('cannot reach a prototype')],
      },
      {
        id: 'C-13',
        what: 'SQL in filters, sorts and names of fields',
        proofs: [
          input('in any query of any collection is never our error'),
          input('it finds nothing more than its words'),
          input('is refused or means nothing as the name of a field'),
        ],
      },
      {
        id: 'C-14',
        what: 'Malformed bodies: deep, huge, NUL, lone surrogates, wrong types',
        proofs: [
          input('in a body is refused before anything is done'),
          input('that is no UTF-8 is refused'),
          input('of the wrong type in any field is never our error'),
          incoming('names each wrong field, writes nothing, and lets the same id come again'),
          incoming('takes nothing that is forged, old, from the future or without its headers'),
        ],
      },
      {
        id: 'C-15',
        what: 'Patterns that take for ever',
        proofs: [patterns('reads a hundred thousand hostile characters without going back')],
      },
      {
        id: 'C-16',
        what: 'Addresses of people harvested from public pages',
        proofs: [
          pipeline('is published under one address without client or bill rate'),
          publicSites('tells nobody how to reach a candidate, a contact or a colleague'),
        ],
      },
    ],
  },
  {
    area: 'D. Abuse',
    rows: [
      {
        id: 'D-1',
        what: 'Too many calls, spread over processes, with made-up addresses',
        proofs: [
          commands('a made-up X-Forwarded-For does not help'),
          commands('is shared by processes'),
          accounts('are counted per caller'),
          incoming('is limited per address before the signature is looked at'),
        ],
      },
      {
        id: 'D-2',
        what: 'Lists without end: limits, depth, terms, pages',
        proofs: [
          input('is refused when too much or nonsense is asked'),
          input('is capped by every other way to ask'),
          proxy('a query'),
        ],
      },
      {
        id: 'D-3',
        what: 'GraphQL bombs',
        proofs: [
          input('as a method, route or GraphQL query leads nowhere'),
          matrix('refuses GraphQL, open origins and foreign callers'),
        ],
      },
      {
        id: 'D-4',
        what: 'Slow and idle connections',
        proofs: [input('whose sender goes away or dawdles in the middle leaves nothing')],
        open: 'Sockets that send no request at all are ended by Node after its own time; not tried.',
      },
      {
        id: 'D-5',
        what: 'A pool that everybody waits for',
        proofs: [
          transactions('finishes 30 at once on a pool of 5'),
          crash('is enough, one change after the other and many at once'),
          twoProcesses('takes no database connection per viewer'),
        ],
      },
      {
        id: 'D-6',
        what: 'Applications by the thousand',
        proofs: [
          pipeline('makes one candidate, one submission, one CV and one consent'),
          publicSites('are put off by address, make one candidate, and staff are served'),
        ],
      },
    ],
  },
  {
    area: 'H. Mail and jobs',
    rows: [
      {
        id: 'H-1',
        what: 'A mail server that is down, slow, refuses, or loses its answer',
        proofs: [
          mail('tries again when the server puts it off'),
          mail('gives up at once when the server refuses it for good'),
          mail('waits only so long for a server that says nothing'),
          mail('repeats a mail whose answer was lost, under the same Message-ID'),
          mail('sends nothing of what was rolled back'),
        ],
      },
      {
        id: 'H-2',
        what: 'Workers killed and standing still beyond their lease',
        proofs: [
          workers('do each of many jobs exactly once'),
          workers('take over the job of a worker that was killed'),
          workers('let a worker that stood still beyond its lease'),
        ],
      },
      {
        id: 'H-3',
        what: 'A job that can never be done',
        proofs: [workers('end a job that cannot be done as failed, and go on with the others')],
      },
      {
        id: 'H-4',
        what: 'Work by the clock on two machines',
        proofs: [events('is planned, seals the events'), events('are made once when several seal')],
      },
      {
        id: 'H-5',
        what: 'Forged, old and replayed messages of other programs, such as notices of bounces',
        proofs: [
          sessions('is taken from nobody who cannot sign it'),
          incoming('takes nothing that is forged, old, from the future or without its headers'),
          incoming('is obeyed once when a message is replayed twenty times at once'),
          incoming('takes no more when it is disabled, and a new secret beside the old one'),
        ],
      },
    ],
  },
  {
    area: 'I. Database and process faults',
    rows: [
      {
        id: 'I-1',
        what: 'The database is killed under load',
        proofs: [
          crash('keeps every acknowledged write'),
          databaseCrash('is told of decently, and everything goes on by itself'),
        ],
      },
      {
        id: 'I-2',
        what: 'Connections cut, slow and half open',
        proofs: [
          transactions('fails when its connection is cut, and the next one works'),
          transactions('gives back the connections of transactions that could not begin'),
          crash('takes a new connection when its only one was cut'),
        ],
      },
      {
        id: 'I-3',
        what: 'COMMIT fails, or its answer is lost',
        proofs: [
          transactions('says so when COMMIT itself fails'),
          crash('does not hide that a transaction had failed before its COMMIT'),
        ],
      },
      {
        id: 'I-4',
        what: 'A full disk',
        proofs: [
          input('is refused as our fault when the disk takes nothing, and leaves no row'),
          diskErrors('is answered'),
        ],
        open: 'The disk below the database is not filled.',
      },
      {
        id: 'I-5',
        what: 'A web process killed in the middle of its work',
        proofs: [
          twoProcesses('leaves nothing half written, and the other one finishes'),
          transactions('leaves nothing half written, at two hundred points'),
        ],
        open: 'A web process is killed once per run; two hundred times its connections are.',
      },
      {
        id: 'I-6',
        what: 'Memory that runs out',
        proofs: [input('is refused when too much or nonsense is asked')],
        open: 'What is read at once is capped; a process with little memory is not started.',
      },
      {
        id: 'I-7',
        what: 'A server clock that jumps',
        proofs: [
          outsiders('is not taken as the time or the id of a new record'),
          events('are judged by the clock of the database'),
        ],
      },
    ],
  },
  {
    area: 'J. Life of the data',
    rows: [
      {
        id: 'J-1',
        what: 'Migrations that keep people waiting',
        proofs: [migrations('keep nobody who works waiting for a second')],
      },
      {
        id: 'J-2',
        what: 'A backup that cannot be put back',
        proofs: [
          backup('is put back with equal rows and files'),
          backup('when a row of the archive breaks a reference'),
        ],
      },
      {
        id: 'J-3',
        what: 'A person’s copy of their data that is not whole, or holds others',
        proofs: [erasure('comes after a copy for the person, who fetches all of it once')],
      },
      {
        id: 'J-4',
        what: 'What is left of an erased person',
        proofs: [
          erasure('leaves no canary in any table, job or file'),
          erasure('no longer names them in anybody else’s rows'),
          erasure('is done again when a backup from before brings the person back'),
        ],
      },
      {
        id: 'J-5',
        what: 'Data kept longer than the rules say, or erased under a legal hold',
        proofs: [
          erasure('erase whom nothing was heard of, and nobody under a hold'),
          erasure('are given to the words in force'),
          pipeline('keeps a candidate off every order until there is a new one'),
        ],
      },
      {
        id: 'J-6',
        what: 'Audit that is incomplete or tampered with',
        proofs: [
          events('name an event that was changed, taken away or slipped in'),
          events('cover every committed event once'),
          events('name an event whose personal values were tampered with'),
          events('name an erasure that was slipped in later'),
          events('still hold after a person was erased'),
          audit('of a CV is kept, its record and its file'),
          audit('of candidates by a search is kept'),
          audit('is shown with its criteria in the audit and its export'),
          audit('gives only the names of fields that the reader may not see'),
        ],
      },
      {
        id: 'J-7',
        what: 'Equal-opportunity answers seen by who decides',
        proofs: [
          product('is asked about in a table of its own'),
          crm('are for those alone who have their right'),
        ],
      },
      {
        id: 'J-8',
        what: 'Secrets and personal data in logs and stored answers',
        proofs: [
          observation('tells nothing that a person typed'),
          mail('holds no token'),
          keys('is told once: not kept with the Idempotency-Key'),
          product('stands in no file of the product'),
          product('reaches no browser'),
        ],
      },
    ],
  },
]

/** Tests that kill a database, a worker or a web process, and count what was acknowledged and lost. */
export const kills: readonly (Proof & { kills: string; rounds: number; lostWrites: number })[] = [
  {
    ...crash('keeps every acknowledged write'),
    kills: 'database, by SIGKILL',
    rounds: 1,
    lostWrites: 0,
  },
  {
    ...databaseCrash('is told of decently, and everything goes on by itself'),
    kills: 'database under open pages',
    rounds: 1,
    lostWrites: 0,
  },
  {
    ...workers('take over the job of a worker that was killed'),
    kills: 'worker',
    rounds: 1,
    lostWrites: 0,
  },
  {
    ...workers('let a worker that stood still beyond its lease'),
    kills: 'worker, stopped beyond its lease',
    rounds: 2,
    lostWrites: 0,
  },
  {
    ...transactions('leaves nothing half written, at two hundred points'),
    kills: 'connections in the middle of a transaction',
    rounds: 200,
    lostWrites: 0,
  },
  {
    ...twoProcesses('leaves nothing half written, and the other one finishes'),
    kills: 'web process',
    rounds: 1,
    lostWrites: 0,
  },
]
