/** What kinds of skills there are. */
export const skillCategories = {
  healthcare: 'Healthcare',
  office: 'Office',
  industrial: 'Industry and logistics',
  engineering: 'Engineering and trades',
  it: 'IT',
  hospitality: 'Hospitality and care of places',
  other: 'Other',
} as const

export type SkillCategory = keyof typeof skillCategories

const isSkillCategory = (value: string): value is SkillCategory =>
  Object.hasOwn(skillCategories, value)

/** One line per skill: its name, then other words for it. */
const listed: Readonly<Record<SkillCategory, string>> = {
  healthcare: `
Registered nurse | RN | Registered general nurse | RGN | Krankenschwester | Pflegefachkraft
Licensed practical nurse | LPN | LVN | Licensed vocational nurse
Nurse practitioner | NP | APRN
Healthcare assistant | HCA | Care assistant | Nursing assistant | Pflegehelfer
Certified nursing assistant | CNA
Midwifery | Midwife
Medical-surgical | Med-surg | Medical surgical nursing
Intensive care | ICU | Critical care | ITU
Emergency care | Emergency room | A&E | Emergency department
Operating theatre | Operating room | Perioperative | Scrub nurse
Paediatrics | Pediatrics | PICU
Geriatrics | Elderly care | Altenpflege
Mental health | Psychiatric nursing | Behavioral health
Dialysis | Haemodialysis | Hemodialysis
Oncology | Chemotherapy
Wound care | Wound dressing
IV therapy | Intravenous therapy | Cannulation
Phlebotomy | Venepuncture | Blood draw
Triage | Telephone triage
Medication administration | Drug administration | Med pass
Tracheostomy care | Trach care | Ventilator care
Patient handling | Moving and handling | Manual handling of patients
Infection control | Infection prevention
BLS | Basic life support | CPR
ACLS | Advanced cardiac life support | ALS | Advanced life support
PALS | Pediatric advanced life support
Epic | Epic EHR | Epic EMR
Cerner | Cerner Millennium | Oracle Health
SystmOne | TPP SystmOne
EMIS Web | EMIS
HIPAA | HIPAA compliance
Medical coding | ICD-10 | CPT coding
Insurance verification | Eligibility verification
Pharmacy technician | Dispensing
Radiography | X-ray | Diagnostic imaging
Physiotherapy | Physical therapy
Occupational therapy | OT
Home care | Domiciliary care | Ambulante Pflege
Dementia care | Alzheimer care
Safeguarding | Safeguarding adults`,
  office: `
Scheduling | Appointment booking | Diary management | Calendar management
Reception | Front desk | Receptionist | Empfang
Data entry | Keyboarding | Datenerfassung
Typing | Audio typing | Touch typing
Microsoft Excel | Excel | MS Excel
Microsoft Word | MS Word
PowerPoint | Microsoft PowerPoint
Microsoft Office | MS Office | Office 365 | Microsoft 365
Google Workspace | G Suite
Bookkeeping | Buchhaltung | Book-keeping
Accounts payable | Purchase ledger | Kreditorenbuchhaltung
Accounts receivable | Sales ledger | Debitorenbuchhaltung
Payroll | Lohnbuchhaltung | Payroll processing
QuickBooks | Intuit QuickBooks
Sage | Sage 50 | Sage 200
Xero
DATEV
SAP | SAP ERP | SAP R/3
Customer service | Customer support | Kundenservice
Call handling | Call centre | Call center | Telephone answering
Salesforce | Salesforce CRM
Budgeting | Budget planning | Budget management
Rostering | Rota planning | Dienstplanung
Compliance | Regulatory compliance
Vendor contracts | Vendor management | Supplier management
Human resources | HR | Personalwesen
Recruiting | Recruitment | Talent acquisition
Project management | Projektmanagement
Executive assistance | Executive assistant | Personal assistant
Legal secretary | Legal administration
Translation | Translating | Interpreting
Sales | Vertrieb | Account management
Marketing | Digital marketing`,
  industrial: `
Picking | Order picking | Kommissionierung | Pick and pack
Packing | Packaging
Goods in | Receiving | Wareneingang
Loading | Unloading | Loading and unloading
Loading plans | Load planning
Cross-docking | Crossdock
Inventory counts | Stock taking | Stocktaking | Cycle counting
RF scanner | RF scanning | Barcode scanner
Forklift | Fork lift | Fork truck | FLT | Gabelstapler | Staplerschein
Forklift (sit-down) | Counterbalance | Counterbalance forklift | Sit-down forklift
Reach truck | Reach fork | Schubmaststapler
Order picker | LLOP | Low level order picker
Pallet jack | Pump truck | Pallet truck | Hubwagen
VNA truck | Very narrow aisle
Overhead crane | Kranschein | Crane operation
Telehandler | Telescopic handler
HGV class 1 | CE licence | LGV C+E | Class 1 driver
HGV class 2 | C licence | LGV C
CDL-A | CDL class A | Commercial driver license A
Van driving | Delivery driving | Van driver
Warehouse management | WMS | Warehouse management system
Production line | Assembly line | Line work | Fließband
Machine operation | Machine operator | Maschinenbedienung
CNC operation | CNC | CNC machining | CNC operator
Quality inspection | Quality control | QC | Qualitätskontrolle
Food hygiene | HACCP | Food safety
Good manufacturing practice | GMP
OSHA certificate | OSHA 10 | OSHA 30
Health and safety | IOSH | NEBOSH | Arbeitssicherheit
Manual handling | Heavy lifting
Cleanroom | Clean room
5S | 5S methodology
Lean | Lean manufacturing | Kaizen
Six Sigma | Lean Six Sigma`,
  engineering: `
SolidWorks | Solid Works
AutoCAD | Auto CAD
CATIA | CATIA V5
Revit | Autodesk Revit
FEA | Finite element analysis | FEM
GD&T | Geometric dimensioning and tolerancing
P&ID | Piping and instrumentation
PLC | PLC programming | SPS
Site acceptance tests | SAT testing | Site acceptance testing
Vibration analysis | Condition monitoring
Method statements | RAMS
Design reviews | Design review
Pumps | Rotating equipment
Hydraulics | Hydraulik
Pneumatics | Pneumatik
MIG welding | MAG welding | GMAW
TIG welding | WIG | GTAW
Electrical installation | Electrician | Elektroinstallation
18th edition | BS 7671
Plumbing | Plumber
HVAC | Air conditioning | Klimatechnik
Carpentry | Joinery | Schreiner
Scaffolding | CISRS
CSCS card | CSCS
Commissioning | Inbetriebnahme`,
  it: `
JavaScript | JS | ECMAScript
TypeScript | TS
React | React.js | ReactJS
Angular | AngularJS
Vue | Vue.js | VueJS
Node.js | NodeJS | Node
HTML | HTML5
CSS | CSS3
Java
Kotlin
Python
C#
.NET | .NET Core | ASP.NET | DotNet
C++ | CPP
Go | Golang
Rust
PHP
Ruby on Rails | Rails
Swift | iOS development
Android | Android development
SQL | T-SQL | PL/SQL
PostgreSQL | Postgres
MySQL | MariaDB
Oracle database | Oracle DB
MongoDB | Mongo
Redis
AWS | Amazon Web Services
Azure | Microsoft Azure
Google Cloud | GCP | Google Cloud Platform
Docker | Containerisation
Kubernetes | K8s
Terraform | Infrastructure as code
Linux | Ubuntu | Red Hat
Windows Server | Active Directory
Git | GitHub | GitLab
CI/CD | Continuous integration | Jenkins
DevOps | Site reliability
Cyber security | Cybersecurity | Information security
Networking | CCNA | Cisco networking
IT support | Helpdesk | Service desk | Desktop support
Software testing | QA testing | Test automation
Data analysis | Data analytics
Power BI | PowerBI
Tableau
Machine learning | Deep learning
Scrum | Agile | Scrum master
Business analysis | Business analyst
UX design | User experience
SharePoint | Microsoft SharePoint
ServiceNow`,
  hospitality: `
Housekeeping | Room attendant | Zimmerreinigung
Cleaning | Commercial cleaning | Gebäudereinigung
Kitchen porter | Dishwashing | Küchenhilfe
Chef | Cook | Koch
Waiting staff | Waiter | Waitress | Silver service
Bartending | Bar work | Barista
Event staff | Event support
Security guarding | SIA licence | Door supervisor
Facilities management | Facility management`,
  other: `
Driving licence | Driver's license | Führerschein | Full UK licence
First aid | Erste Hilfe
Team leadership | Team leader | Supervising | Supervision
Training | Mentoring | Coaching
Negotiation | Verhandlung
Public speaking | Presentations
Problem solving
Teamwork | Team work`,
}

export type ListedSkill = { name: string; aliases: string[]; category: SkillCategory }

/** The skills a new agency begins with; it renames, adds and deletes as it likes. */
export const listedSkills: readonly ListedSkill[] = Object.entries(listed).flatMap(
  ([category, text]) =>
    isSkillCategory(category)
      ? text
          .trim()
          .split('\n')
          .map((line) => {
            const [name = '', ...aliases] = line.split('|').map((word) => word.trim())
            return { name, aliases, category }
          })
      : [],
)
