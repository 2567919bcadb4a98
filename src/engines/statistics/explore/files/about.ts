import { say, translatorOf } from '#kernel/i18n/index.ts';
import { flowName } from '../../model/structure.ts';
import type { FlowTerms } from '../dependencies.ts';
import { isDemonstration } from '../../model/demonstration.ts';
import { releaseOf, sourceOf, type Exploration } from '../explore-view.ts';

/** What a file says of itself beside its figures. */
export interface FileFacts {
  readonly terms?: FlowTerms;
  readonly citation: string;
  /** Where exactly this can be seen again. */
  readonly address: string;
  readonly theme: 'light' | 'dark';
}

/** Title, selection, release, licence and citation, as lines of a name and its words. */
export function aboutLines(exploration: Exploration, facts: FileFacts): readonly (readonly [string, string])[] {
  const { wording, names, resolved } = exploration;
  const t = translatorOf(names.language);
  const { licence } = facts.terms ?? {};
  return [
    [t(say('Title')), wording.title],
    ...(isDemonstration(resolved.release.flow)
      ? [[t(say('Demonstration')), t(say('These figures are invented.'))] as const]
      : []),
    ...(wording.unit === undefined ? [] : [[t(say('Unit')), wording.unit] as const]),
    ...wording.selection.map(({ dimension, chosen }) => [dimension, chosen] as const),
    [t(say('Source')), sourceOf(exploration, facts.terms)],
    [t(say('Release')), releaseOf(resolved.release, names.language)],
    ['SHA-256', resolved.release.sha256],
    [t(say('Licence')), licence === undefined ? t(say('not stated')) : `${t(licence.name)} (${licence.url})`],
    [t(say('Cite as')), facts.citation],
    [t(say('Address')), facts.address],
    ...wording.footnotes.map((note) => [t(say('Status')), note] as const),
  ];
}

/** `MANDATA_PRISONS-release-3-map-2022.csv`. */
export function fileName({ resolved }: Exploration, ending: string): string {
  const { release, view, period } = resolved;
  const parts = [flowName(release.flow).replaceAll(/[^\w.-]/g, '_'), `release-${release.release}`, view, period];
  return `${parts.filter((part) => part !== undefined).join('-')}.${ending}`;
}
