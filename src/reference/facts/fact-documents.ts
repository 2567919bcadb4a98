import type { FactDocument } from './fact.ts';

/** The five reports, oldest first; facts name them by their place here. */
export const factDocuments: readonly FactDocument[] = [
  {
    symbol: 'A/72/125',
    title:
      'How the mandates of the crime prevention and criminal justice programme were carried out, 2016–2017 (Secretary-General)',
    date: '2017-06-30',
    reportsOn: 2017,
    language: 'en',
  },
  {
    symbol: 'E/CN.7/2022/3',
    alsoIssuedAs: 'E/CN.15/2022/3',
    title: 'What the Office on Drugs and Crime did in 2021 (Executive Director)',
    date: '2022-01-10',
    reportsOn: 2021,
    language: 'en',
  },
  {
    symbol: 'E/CN.15/2022/9',
    title: 'Use of the standards and norms in crime prevention and criminal justice, 2021 (Secretary-General)',
    date: '2022-03-21',
    reportsOn: 2021,
    language: 'en',
  },
  {
    symbol: 'A/77/127',
    title:
      'How the mandates of the crime prevention and criminal justice programme were carried out, 2021–2022 (Secretary-General)',
    date: '2022-07-04',
    reportsOn: 2021,
    language: 'en',
  },
  {
    symbol: 'E/CN.7/2024/3',
    alsoIssuedAs: 'E/CN.15/2024/3',
    title: 'What the Office on Drugs and Crime did in 2023 (Executive Director)',
    date: '2024-01-16',
    reportsOn: 2023,
    language: 'en',
  },
];
