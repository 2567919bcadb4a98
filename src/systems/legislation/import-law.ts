import { say } from '#kernel/i18n/say.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { XmlSource } from '#kernel/xml/index.ts';
import { createIn, getRegister, type RegistersContext } from '#engines/registers/index.ts';
import type { DocumentProvision, LawDocument } from './akn/law-document.ts';
import { readLaw } from './akn/read-law.ts';
import { plainNumber } from './akn/e-id.ts';
import { workAddress } from './akn/work-address.ts';

export interface ImportedLaw {
  /** Key of the law. */
  readonly law: string;
  readonly provisions: number;
  readonly judgements: number;
}

/**
 * Takes an Akoma Ntoso document in as a law, its provisions and its judgements, all or nothing, as drafts. Problem `invalid` where the
 * document is no law or a record breaks a rule, `conflict` where the law is there already.
 */
export async function importLaw(context: RegistersContext, source: XmlSource, name: string): Promise<ImportedLaw> {
  const document = await readLaw(source, name);
  if (document.provisions.length === 0)
    throw new Problem(
      'invalid',
      say('{document} has no provisions: its body holds no section, article, rule, clause or paragraph.', {
        document: name,
      }),
    );
  const key = `${document.jurisdiction}-${document.adopted.slice(0, 4)}-${plainNumber(document.number)}`.toLowerCase();
  const [laws, provisions, coverage] = ['laws', 'provisions', 'coverage'].map((id) => getRegister(context, id));
  if (laws === undefined || provisions === undefined || coverage === undefined)
    throw new Error('the registers of laws are not open');
  return context.database.as(context.actor, async (transaction) => {
    await createIn(transaction, context, laws, { id: key, data: lawData(key, document), act: 'imported' });
    let judgements = 0;
    for (const [at, provision] of document.provisions.entries()) {
      const own = `${key}-${provision.eId}-${provision.from}`;
      await createIn(transaction, context, provisions, {
        id: own,
        data: provisionData(own, key, document, provision, at + 1),
        act: 'imported',
      });
      for (const data of judgementData(own, document, provision)) {
        judgements += 1;
        await createIn(transaction, context, coverage, { id: data.key, data, act: 'imported' });
      }
    }
    return { law: key, provisions: document.provisions.length, judgements };
  });
}

function lawData(key: string, document: LawDocument): Readonly<Record<string, unknown>> {
  const { jurisdiction, kind, number, title, language, translatedFrom, adopted, inForce, repealed, gazette } = document;
  return {
    key,
    name: { [language]: title },
    ...(translatedFrom === undefined
      ? { originalTitle: title, originalLanguage: language }
      : { originalLanguage: translatedFrom }),
    jurisdiction,
    kind,
    number,
    adopted,
    ...(inForce !== undefined && { inForce }),
    ...(repealed !== undefined && { repealed }),
    ...(gazette !== undefined && { gazette }),
    versions: [{ language, kind: translatedFrom === undefined ? 'original' : 'unofficial' }],
    work: workAddress(document),
  };
}

function provisionData(
  key: string,
  law: string,
  document: LawDocument,
  provision: DocumentProvision,
  order: number,
): Readonly<Record<string, unknown>> {
  const { kind, eId, number, heading, wording, from, to } = provision;
  const { language } = document;
  return {
    key,
    heading: { [language]: heading === '' ? number : heading },
    law,
    jurisdiction: document.jurisdiction,
    kind,
    number,
    eId,
    order,
    wording: { [language]: wording },
    from,
    ...(to !== undefined && { to }),
  };
}

function judgementData(provision: string, { jurisdiction }: LawDocument, { answers, from, to }: DocumentProvision) {
  return answers.map(({ treaty, article, paragraph, relation, coverage }, at) => ({
    key: `${provision}-${treaty}-${article}-${at + 1}`.replaceAll(/[^A-Za-z0-9._-]/g, ''),
    name: `${treaty} ${article}${paragraph === undefined ? '' : ` ${paragraph}`} · ${jurisdiction} · ${provision}`,
    jurisdiction,
    treaty,
    article,
    ...(paragraph !== undefined && { paragraph }),
    provision,
    relation,
    coverage,
    valid: { from, ...(to !== undefined && { to }) },
  }));
}
