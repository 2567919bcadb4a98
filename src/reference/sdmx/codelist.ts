import type { SomeNames } from '../language.ts';

export const origins = ['published', 'pattern', 'own', 'unverified'] as const;

/** One code of a list. */
export interface ListedCode {
  readonly id: string;
  readonly name: SomeNames;
  /** Id of the code of the same list that this one is part of. */
  readonly parent?: string;
  /** `published` as it stands; `pattern`: formed by the list's published rule; `own`: this project's; `unverified`: published as far as we remember. */
  readonly origin: (typeof origins)[number];
}

/** A code list as plain data; the statistics engine makes the maintained artefact from it. */
export interface ListOfCodes {
  readonly id: string;
  /** `SDMX` for the cross-domain lists, `MANDATA` for lists that mix published codes with own ones. */
  readonly agency: string;
  /** As the agency numbers it. */
  readonly version: string;
  /** English. */
  readonly name: string;
  /** True when the published list has codes that are left out here. */
  readonly partial: boolean;
  readonly codes: readonly ListedCode[];
}
