import type { CoverageRecord, LawRecord, ProvisionRecord } from '../read/read-records.ts';
import { holdsOn, inOrder } from '../law/point-in-time.ts';
import type { LawDocument } from './law-document.ts';

/** A law of the registers as a document in one language: with all versions of its provisions, or as it stood on a day. Provisions that have no text in the language are left out. */
export function lawDocumentOf(
  law: LawRecord,
  provisions: readonly ProvisionRecord[],
  coverage: readonly CoverageRecord[],
  language: string,
  day?: string,
): LawDocument {
  const { jurisdiction, kind, number, name, adopted, inForce, repealed, gazette, originalLanguage, originalTitle } =
    law;
  const shown = inOrder(provisions).filter(
    (each) => each.wording[language] !== undefined && (day === undefined || holdsOn(each, day)),
  );
  const kindOf = new Map(provisions.map((each) => [each.key, each.kind]));
  const isOriginal = originalLanguage === undefined || originalLanguage === language;
  return {
    jurisdiction,
    kind,
    number,
    title: (isOriginal ? originalTitle : undefined) ?? name[language] ?? name['en'] ?? law.key,
    language,
    ...(!isOriginal && { translatedFrom: originalLanguage }),
    adopted,
    ...(inForce !== undefined && { inForce }),
    ...(repealed !== undefined && { repealed }),
    ...(gazette !== undefined && {
      gazette: {
        title: gazette.title ?? '',
        ...(gazette.number !== undefined && { number: gazette.number }),
        ...(gazette.date !== undefined && { date: gazette.date }),
      },
    }),
    provisions: shown.map(({ key, eId, number: own, heading, wording, from, to }) => ({
      kind: kindOf.get(key) ?? 'section',
      eId,
      number: own,
      heading: heading[language] ?? '',
      wording: wording[language] ?? '',
      from,
      ...(to !== undefined && { to }),
      answers: coverage
        .filter(({ provision }) => provision === key)
        .map(({ treaty, article, paragraph, relation, coverage: how }) => ({
          treaty,
          article,
          ...(paragraph !== undefined && { paragraph }),
          relation,
          coverage: how,
        })),
    })),
  };
}
