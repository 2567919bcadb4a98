import { say, type Message } from '#kernel/i18n/say.ts';

export type EngineName = 'registers' | 'statistics' | 'surveys' | 'monitoring' | 'procedures' | 'reports';

/** One thing that the programme runs, as the five reports name it. Whether it works is not written here: the test run says so. */
export interface SystemEntry {
  readonly id: string;
  readonly title: Message;
  readonly engine: EngineName;
  /** Document and paragraph where the reports name or imply it. */
  readonly sources: readonly string[];
}

/** Every information system that the five reports name or imply. */
export const catalogue: readonly SystemEntry[] = [
  // Law and knowledge
  {
    id: 'treaties',
    title: say('Instruments and their status'),
    engine: 'registers',
    sources: [
      'A/72/125 para 13',
      'A/72/125 para 30',
      'A/72/125 para 39',
      'E/CN.7/2022/3 para 71',
      'A/77/127 para 48',
      'A/77/127 para 54',
      'A/77/127 para 61',
      'E/CN.7/2024/3 para 43',
      'E/CN.7/2024/3 para 74',
    ],
  },
  {
    id: 'legislation',
    title: say('Laws by treaty article'),
    engine: 'registers',
    sources: ['A/72/125 para 34', 'E/CN.7/2022/3 para 59', 'E/CN.7/2024/3 para 42'],
  },
  {
    id: 'case-law',
    title: say('Case law'),
    engine: 'registers',
    sources: ['A/72/125 paras 24–25', 'A/72/125 para 64', 'E/CN.7/2022/3 para 59'],
  },
  {
    id: 'case-digests',
    title: say('Case digests'),
    engine: 'registers',
    sources: ['A/72/125 para 24', 'A/77/127 para 54', 'E/CN.7/2022/3 para 50', 'E/CN.7/2022/3 para 59'],
  },
  {
    id: 'strategies',
    title: say('National strategies'),
    engine: 'registers',
    sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  },
  {
    id: 'bibliography',
    title: say('Bibliography'),
    engine: 'registers',
    sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  },
  {
    id: 'contributions',
    title: say("States' voluntary submissions"),
    engine: 'registers',
    sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  },
  {
    id: 'competent-authorities',
    title: say('Competent national authorities'),
    engine: 'registers',
    sources: ['A/72/125 para 14'],
  },
  {
    id: 'evidence-hub',
    title: say('Electronic evidence'),
    engine: 'registers',
    sources: ['E/CN.7/2022/3 para 77', 'E/CN.7/2024/3 para 82'],
  },
  {
    id: 'resources',
    title: say('Tools, handbooks and model laws'),
    engine: 'registers',
    sources: [
      'A/77/127 para 27',
      'A/77/127 para 40',
      'A/77/127 para 75',
      'E/CN.7/2022/3 para 29',
      'E/CN.7/2022/3 para 44',
      'E/CN.7/2024/3 para 28',
      'E/CN.7/2024/3 para 62',
      'E/CN.7/2024/3 para 72',
      'E/CN.15/2022/9 paras 6–12',
    ],
  },
  {
    id: 'substances',
    title: say('Controlled substances'),
    engine: 'registers',
    sources: ['E/CN.7/2022/3 para 27', 'E/CN.7/2024/3 para 29'],
  },
  // Cooperation between authorities
  {
    id: 'mutual-legal-assistance',
    title: say('Mutual legal assistance'),
    engine: 'procedures',
    sources: ['A/72/125 para 14', 'E/CN.7/2022/3 para 48', 'E/CN.7/2022/3 para 77'],
  },
  {
    id: 'extradition',
    title: say('Extradition'),
    engine: 'procedures',
    sources: ['E/CN.7/2022/3 para 48', 'A/77/127 para 53'],
  },
  {
    id: 'sentenced-persons',
    title: say('Transfer of sentenced persons'),
    engine: 'procedures',
    sources: ['E/CN.7/2022/3 para 48', 'A/77/127 para 53'],
  },
  {
    id: 'asset-recovery',
    title: say('Asset recovery'),
    engine: 'procedures',
    sources: ['A/77/127 paras 17–20', 'A/77/127 paras 58–60', 'E/CN.7/2022/3 para 65'],
  },
  {
    id: 'networks',
    title: say('Networks of practitioners'),
    engine: 'procedures',
    sources: [
      'A/77/127 paras 58–59',
      'E/CN.7/2022/3 para 40',
      'E/CN.7/2022/3 para 48',
      'E/CN.7/2022/3 para 69',
      'E/CN.7/2024/3 para 70',
    ],
  },
  {
    id: 'joint-teams',
    title: say('Joint investigative teams'),
    engine: 'procedures',
    sources: ['A/77/127 para 70', 'E/CN.7/2024/3 para 48'],
  },
  // Country reviews
  {
    id: 'corruption-review',
    title: say('Corruption: implementation review'),
    engine: 'procedures',
    sources: ['A/72/125 paras 31–32', 'A/77/127 para 50', 'E/CN.7/2024/3 para 63'],
  },
  {
    id: 'organized-crime-review',
    title: say('Organized crime: implementation review'),
    engine: 'procedures',
    sources: ['A/77/127 para 53', 'E/CN.7/2022/3 para 43', 'E/CN.7/2024/3 para 43'],
  },
  {
    id: 'regional-review',
    title: say('Regional review mechanism'),
    engine: 'procedures',
    sources: ['E/CN.7/2022/3 para 63'],
  },
  {
    id: 'needs-and-followup',
    title: say('Needs and follow-up'),
    engine: 'procedures',
    sources: ['A/77/127 para 50', 'E/CN.7/2022/3 para 70', 'E/CN.7/2024/3 paras 63–64'],
  },
  // Questionnaires
  {
    id: 'crime-trends-survey',
    title: say('Crime trends survey'),
    engine: 'surveys',
    sources: ['A/72/125 paras 57–58', 'E/CN.7/2022/3 para 86', 'E/CN.7/2022/3 para 130'],
  },
  {
    id: 'annual-report-questionnaire',
    title: say('Annual report questionnaire'),
    engine: 'surveys',
    sources: ['E/CN.7/2022/3 para 14', 'E/CN.7/2022/3 para 119'],
  },
  {
    id: 'arms-flows-questionnaire',
    title: say('Illicit arms flows questionnaire'),
    engine: 'surveys',
    sources: ['A/72/125 para 29', 'E/CN.7/2022/3 para 50'],
  },
  {
    id: 'trafficking-questionnaire',
    title: say('Trafficking in persons questionnaire'),
    engine: 'surveys',
    sources: ['A/72/125 para 56', 'E/CN.7/2024/3 para 51'],
  },
  {
    id: 'drug-seizure-form',
    title: say('Individual drug seizures form'),
    engine: 'surveys',
    sources: ['E/CN.7/2024/3 para 93'],
  },
  {
    id: 'sdg16-survey',
    title: say('Goal 16 survey'),
    engine: 'surveys',
    sources: [
      'A/77/127 para 14',
      'E/CN.15/2022/9 para 3',
      'E/CN.15/2022/9 para 5',
      'E/CN.7/2022/3 paras 66–67',
      'E/CN.7/2024/3 para 68',
    ],
  },
  {
    id: 'victimization-survey',
    title: say('Victimization survey'),
    engine: 'surveys',
    sources: [
      'A/77/127 para 14',
      'E/CN.15/2022/9 para 3',
      'E/CN.15/2022/9 para 5',
      'E/CN.7/2022/3 paras 66–67',
      'E/CN.7/2024/3 para 68',
    ],
  },
  {
    id: 'corruption-survey',
    title: say('Corruption survey'),
    engine: 'surveys',
    sources: [
      'A/77/127 para 14',
      'E/CN.15/2022/9 para 3',
      'E/CN.15/2022/9 para 5',
      'E/CN.7/2022/3 paras 66–67',
      'E/CN.7/2024/3 para 68',
    ],
  },
  {
    id: 'convention-checklists',
    title: say('Convention checklists'),
    engine: 'surveys',
    sources: ['A/72/125 para 14', 'E/CN.7/2022/3 para 43'],
  },
  {
    id: 'prevention-system-review',
    title: say('Prevention system review'),
    engine: 'surveys',
    sources: ['E/CN.7/2024/3 para 14', 'E/CN.7/2024/3 para 19', 'E/CN.7/2022/3 para 20'],
  },
  {
    id: 'treatment-quality',
    title: say('Quality of treatment services'),
    engine: 'surveys',
    sources: ['E/CN.7/2024/3 para 14', 'E/CN.7/2024/3 para 19', 'E/CN.7/2022/3 para 20'],
  },
  {
    id: 'wildlife-indicators',
    title: say('Wildlife crime indicators'),
    engine: 'surveys',
    sources: ['E/CN.7/2022/3 para 54', 'A/77/127 para 44', 'A/77/127 para 74', 'E/CN.7/2024/3 para 65'],
  },
  {
    id: 'corruption-risk',
    title: say('Corruption risk registers'),
    engine: 'surveys',
    sources: ['E/CN.7/2022/3 para 54', 'A/77/127 para 44', 'A/77/127 para 74', 'E/CN.7/2024/3 para 65'],
  },
  {
    id: 'use-of-force-index',
    title: say('Use of force compliance index'),
    engine: 'surveys',
    sources: ['A/77/127 para 46', 'E/CN.15/2022/9 para 17'],
  },
  // Statistics
  {
    id: 'prisons',
    title: say('Prisons and prisoners'),
    engine: 'statistics',
    sources: ['A/77/127 para 1', 'E/CN.7/2022/3 para 91', 'E/CN.15/2022/9 para 4'],
  },
  {
    id: 'homicide',
    title: say('Intentional homicide'),
    engine: 'statistics',
    sources: [
      'A/77/127 para 1',
      'A/77/127 para 14',
      'E/CN.7/2022/3 para 88',
      'E/CN.15/2022/9 para 5',
      'E/CN.7/2024/3 para 90',
    ],
  },
  {
    id: 'sdg16',
    title: say('Indicators of Goal 16'),
    engine: 'statistics',
    sources: ['A/72/125 para 58', 'E/CN.15/2022/9 paras 3–5', 'E/CN.7/2024/3 para 90'],
  },
  {
    id: 'trafficking-in-persons',
    title: say('Trafficking in persons'),
    engine: 'statistics',
    sources: ['E/CN.7/2024/3 para 51'],
  },
  {
    id: 'firearms-trafficking',
    title: say('Firearms trafficking'),
    engine: 'statistics',
    sources: ['A/72/125 para 29'],
  },
  {
    id: 'drug-market',
    title: say('Drug markets'),
    engine: 'statistics',
    sources: ['E/CN.7/2022/3 paras 11–13', 'E/CN.7/2024/3 paras 7–12'],
  },
  {
    id: 'illicit-flows',
    title: say('Illicit financial flows'),
    engine: 'statistics',
    sources: ['A/77/127 para 14', 'E/CN.7/2022/3 para 66', 'E/CN.7/2024/3 para 59', 'E/CN.7/2024/3 para 68'],
  },
  {
    id: 'corruption-measurement',
    title: say('Measurement of corruption'),
    engine: 'statistics',
    sources: ['A/77/127 para 14', 'E/CN.7/2022/3 para 66', 'E/CN.7/2024/3 para 59', 'E/CN.7/2024/3 para 68'],
  },
  {
    id: 'crop-monitoring',
    title: say('Crop monitoring'),
    engine: 'statistics',
    sources: ['E/CN.7/2022/3 para 13', 'E/CN.7/2024/3 para 8', 'E/CN.7/2024/3 para 94'],
  },
  // Monitoring
  {
    id: 'drugs-monitoring',
    title: say('Drugs monitoring'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 para 10', 'E/CN.7/2024/3 para 93'],
  },
  {
    id: 'firearms-monitoring',
    title: say('Firearms monitoring'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 paras 51–58', 'E/CN.7/2024/3 para 93'],
  },
  {
    id: 'tobacco-monitoring',
    title: say('Tobacco monitoring'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 paras 51–58', 'E/CN.7/2024/3 para 93'],
  },
  {
    id: 'wildlife-monitoring',
    title: say('Wildlife monitoring'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 paras 51–58', 'E/CN.7/2024/3 para 93'],
  },
  {
    id: 'heritage-monitoring',
    title: say('Cultural heritage monitoring'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 paras 51–58', 'E/CN.7/2024/3 para 93'],
  },
  {
    id: 'border-units',
    title: say('Border control units'),
    engine: 'monitoring',
    sources: ['A/77/127 para 78', 'E/CN.7/2022/3 para 38', 'E/CN.7/2024/3 para 40', 'E/CN.7/2024/3 para 49'],
  },
  {
    id: 'smuggling-observatory',
    title: say('Migrant smuggling observatory'),
    engine: 'monitoring',
    sources: ['A/77/127 para 69', 'E/CN.7/2022/3 para 53'],
  },
  {
    id: 'early-warning-advisory',
    title: say('Early warning advisory'),
    engine: 'monitoring',
    sources: ['E/CN.7/2022/3 para 28', 'E/CN.7/2024/3 para 27'],
  },
  {
    id: 'laboratory-exercises',
    title: say('Laboratory exercises'),
    engine: 'monitoring',
    sources: ['A/72/125 para 60', 'E/CN.7/2022/3 para 26', 'E/CN.7/2024/3 para 26'],
  },
  {
    id: 'regional-observatory',
    title: say('Regional observatory'),
    engine: 'monitoring',
    sources: ['E/CN.7/2024/3 para 9'],
  },
  // Programme
  {
    id: 'mandates',
    title: say('Mandates'),
    engine: 'registers',
    sources: ['A/72/125 summary', 'E/CN.7/2022/3 summary', 'E/CN.7/2024/3 summary'],
  },
  {
    id: 'strategy',
    title: say('Strategy'),
    engine: 'registers',
    sources: ['A/77/127 para 7', 'E/CN.7/2022/3 para 4', 'E/CN.7/2024/3 para 2', 'E/CN.15/2022/9 para 2'],
  },
  {
    id: 'projects',
    title: say('Projects'),
    engine: 'registers',
    sources: ['E/CN.7/2022/3 para 93', 'E/CN.7/2024/3 para 91'],
  },
  {
    id: 'activities',
    title: say('Activities'),
    engine: 'registers',
    sources: ['A/72/125', 'E/CN.7/2022/3', 'E/CN.15/2022/9', 'A/77/127', 'E/CN.7/2024/3'],
  },
  {
    id: 'funding',
    title: say('Funding'),
    engine: 'registers',
    sources: ['A/72/125 paras 67–71', 'E/CN.7/2022/3 paras 98–101', 'E/CN.7/2024/3 paras 98–100'],
  },
  {
    id: 'grants',
    title: say('Grants'),
    engine: 'registers',
    sources: ['E/CN.7/2022/3 para 34', 'E/CN.7/2022/3 para 99', 'E/CN.7/2024/3 para 17', 'E/CN.15/2022/9 para 66'],
  },
  {
    id: 'evaluations',
    title: say('Evaluations'),
    engine: 'registers',
    sources: ['A/72/125 para 76', 'E/CN.7/2022/3 paras 107–108', 'E/CN.7/2024/3 paras 106–108'],
  },
  {
    id: 'annual-report',
    title: say('Annual report'),
    engine: 'reports',
    sources: ['A/72/125', 'E/CN.7/2022/3', 'E/CN.15/2022/9', 'A/77/127', 'E/CN.7/2024/3'],
  },
  { id: 'briefs', title: say('Data briefs'), engine: 'reports', sources: ['A/77/127 para 2', 'E/CN.15/2022/9 para 4'] },
  {
    id: 'recommendations',
    title: say('Recommendations'),
    engine: 'registers',
    sources: [
      'A/72/125, last section',
      'E/CN.7/2022/3, last section',
      'E/CN.15/2022/9, last section',
      'A/77/127, last section',
      'E/CN.7/2024/3, last section',
    ],
  },
  {
    id: 'passenger-data',
    title: say('Passenger data'),
    engine: 'registers',
    sources: ['A/77/127 para 65', 'E/CN.7/2022/3 para 80', 'E/CN.7/2024/3 para 81'],
  },
  // Justice institutions of a State
  {
    id: 'case-management',
    title: say('Case management'),
    engine: 'registers',
    sources: ['E/CN.15/2022/9 para 18', 'E/CN.15/2022/9 para 21', 'A/77/127 para 47'],
  },
  {
    id: 'hearings',
    title: say('Electronic hearings'),
    engine: 'registers',
    sources: ['A/77/127 para 47', 'E/CN.15/2022/9 para 21', 'E/CN.15/2022/9 para 46'],
  },
  {
    id: 'prison-information',
    title: say('Prison information'),
    engine: 'registers',
    sources: ['E/CN.15/2022/9 para 55'],
  },
  {
    id: 'community-corrections',
    title: say('Community corrections'),
    engine: 'registers',
    sources: ['E/CN.15/2022/9 para 52'],
  },
  {
    id: 'risk-and-needs',
    title: say('Risk and needs assessment'),
    engine: 'registers',
    sources: ['A/77/127 para 33', 'E/CN.15/2022/9 para 44', 'E/CN.15/2022/9 para 47', 'E/CN.15/2022/9 para 56'],
  },
  {
    id: 'firearms-register',
    title: say('Firearms register'),
    engine: 'registers',
    sources: ['A/72/125 para 29', 'E/CN.7/2022/3 para 49'],
  },
  { id: 'evidence-store', title: say('Evidence store'), engine: 'registers', sources: ['E/CN.7/2024/3 para 76'] },
  {
    id: 'protection-measures',
    title: say('Protection measures'),
    engine: 'registers',
    sources: ['E/CN.15/2022/9 para 33', 'A/77/127 para 26', 'E/CN.7/2024/3 box 1'],
  },
  // Learning
  {
    id: 'courses',
    title: say('Courses'),
    engine: 'registers',
    sources: [
      'A/77/127 para 30',
      'A/77/127 para 64',
      'E/CN.7/2022/3 para 9',
      'E/CN.7/2022/3 para 42',
      'E/CN.15/2022/9 para 7',
      'E/CN.15/2022/9 para 57',
    ],
  },
  { id: 'training-sites', title: say('Training sites'), engine: 'registers', sources: ['A/77/127 para 45'] },
];
