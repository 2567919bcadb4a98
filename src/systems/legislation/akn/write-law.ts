import { findArea } from '#reference/index.ts';
import { XmlWriter } from '#kernel/xml/index.ts';
import { relations } from '../law/law.ts';
import { eIdOf } from './e-id.ts';
import type { DocumentProvision, LawDocument } from './law-document.ts';
import { timesOf, type Times } from './lifecycle.ts';
import { readOutline, type Block, type Item } from './outline.ts';
import { treatyAddress } from './treaty-address.ts';
import { languageCode, workAddress } from './work-address.ts';

/** Namespace of Akoma Ntoso 1.0, whose schema calls itself 3.0. */
export const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * A law as an Akoma Ntoso act in one language. `expressionDay` is the day that the text is given for: of a provision with several versions all are
 * there, each with its period. Valid against the OASIS schema akomantoso30.xsd.
 */
export function writeLaw(law: LawDocument, expressionDay: string): string {
  const xml = new XmlWriter();
  const times = timesOf(law);
  xml
    .raw('<?xml version="1.0" encoding="UTF-8"?>\n')
    .open('akomaNtoso', { xmlns: aknNamespace })
    .open('act', { name: law.kind });
  xml.open('meta');
  writeIdentification(xml, law, expressionDay);
  if (law.gazette !== undefined) {
    const { title, number, date } = law.gazette;
    xml.element('publication', { date: date ?? law.adopted, name: title, showAs: title, number });
  }
  writeTimes(xml, times, law);
  xml.close();
  xml.open('body');
  const seen = new Map<string, number>();
  for (const provision of law.provisions) {
    const version = (seen.get(provision.eId) ?? 0) + 1;
    seen.set(provision.eId, version);
    writeProvision(xml, provision, version, times);
  }
  xml.close().close().close();
  return `${xml.finish()}\n`;
}

/** Later versions of a provision have an identifier of their own in the document, and share the first one's `wId`. */
export const versionId = (eId: string, version: number): string => (version === 1 ? eId : `${eId}-v${version}`);

function writeIdentification(xml: XmlWriter, law: LawDocument, expressionDay: string): void {
  const work = workAddress(law);
  const expression = `${work}/${languageCode(law.language)}@${expressionDay}`;
  const area = findArea(law.jurisdiction);
  xml.open('identification', { source: '#mandata' });
  const level = (name: string, address: string, date: string, what: string, more: () => void): void => {
    xml.open(name);
    xml.element('FRBRthis', { value: name === 'FRBRManifestation' ? `${address}/!main.xml` : `${address}/!main` });
    xml.element('FRBRuri', { value: name === 'FRBRManifestation' ? `${address}.xml` : address });
    if (name === 'FRBRWork') xml.element('FRBRalias', { value: law.title, name: 'title' });
    xml.element('FRBRdate', { date, name: what });
    xml.element('FRBRauthor', { href: name === 'FRBRWork' ? '#legislature' : '#mandata' });
    more();
    xml.close();
  };
  level('FRBRWork', work, law.adopted, 'adopted', () => {
    xml.element('FRBRcountry', {
      value:
        area?.kind === 'country' ? (area.alpha2 ?? law.jurisdiction).toLowerCase() : law.jurisdiction.toLowerCase(),
    });
    if (law.kind !== 'act') xml.element('FRBRsubtype', { value: law.kind });
    xml.element('FRBRnumber', { value: law.number }).element('FRBRname', { value: law.title });
  });
  level('FRBRExpression', expression, expressionDay, 'text as of', () => {
    xml.element('FRBRlanguage', { language: languageCode(law.language) });
    if (law.translatedFrom !== undefined)
      xml.element('FRBRtranslation', {
        href: `${work}/${languageCode(law.translatedFrom)}@${expressionDay}`,
        fromLanguage: law.translatedFrom,
        by: '#mandata',
      });
  });
  level('FRBRManifestation', expression, expressionDay, 'marked up', () =>
    xml.element('FRBRformat', { value: 'application/akn+xml' }),
  );
  xml.close();
}

function writeTimes(xml: XmlWriter, times: Times, law: LawDocument): void {
  xml.open('lifecycle', { source: '#mandata' });
  for (const { eId, date, type, what } of times.events)
    xml.element('eventRef', { eId, date, type, source: '#legislature', refersTo: `#${what}` });
  xml.close();
  writeAnswers(xml, law);
  xml.open('temporalData', { source: '#mandata' });
  for (const { eId, start, end } of times.groups)
    xml
      .open('temporalGroup', { eId })
      .element('timeInterval', { start: `#${start}`, end: end && `#${end}`, refersTo: '#in-force' })
      .close();
  xml.close();
  xml.open('references', { source: '#mandata' });
  xml.element('TLCOrganization', { eId: 'mandata', href: '/ontology/organization/mandata', showAs: 'Mandata' });
  xml.element('TLCOrganization', {
    eId: 'legislature',
    href: `/ontology/organization/${law.jurisdiction.toLowerCase()}/legislature`,
    showAs: `Legislature, ${law.jurisdiction}`,
  });
  for (const concept of ['in-force', 'adopted', 'entry-into-force', 'change', 'repeal'])
    xml.element('TLCConcept', { eId: concept, href: `/ontology/concept/${concept}`, showAs: concept });
  for (const concept of relations)
    xml.element('TLCConcept', {
      eId: `rel-${concept}`,
      href: `/ontology/concept/relation/${concept}`,
      showAs: concept,
    });
  for (const concept of ['yes', 'in-part', 'no', 'not-reviewed'])
    xml.element('TLCConcept', {
      eId: `coverage-${concept}`,
      href: `/ontology/concept/coverage/${concept}`,
      showAs: concept,
    });
  xml.close();
}

function writeAnswers(xml: XmlWriter, { provisions }: LawDocument): void {
  if (provisions.every(({ answers }) => answers.length === 0)) return;
  xml.open('analysis', { source: '#mandata' }).open('otherReferences', { source: '#mandata' });
  const seen = new Map<string, number>();
  let count = 0;
  for (const { eId, answers } of provisions) {
    const version = (seen.get(eId) ?? 0) + 1;
    seen.set(eId, version);
    for (const { treaty, article, paragraph, relation, coverage } of answers) {
      count += 1;
      xml.open('otherRef', {
        eId: `xref_${count}`,
        href: treatyAddress(treaty, article, paragraph),
        refersTo: `#rel-${relation} #coverage-${coverage}`,
      });
      xml.element('source', { eId: `xref_${count}__source_1`, href: `#${versionId(eId, version)}` }).close();
    }
  }
  xml.close().close();
}

function writeProvision(xml: XmlWriter, provision: DocumentProvision, version: number, times: Times): void {
  const { kind, eId, number, heading, wording } = provision;
  const id = versionId(eId, version);
  xml.open(kind, { eId: id, ...(version > 1 && { wId: eId }), period: `#${times.groupOf(provision)}` });
  xml.element('num', { eId: `${id}__num_1` }, number);
  if (heading !== '') xml.element('heading', { eId: `${id}__heading_1` }, heading);
  writeBlock(xml, readOutline(wording), id);
  xml.close();
}

function writeBlock(xml: XmlWriter, { lines, items }: Block, parent: string): void {
  if (items.length === 0) return writeLines(xml, 'content', lines, parent);
  if (lines.length > 0) writeLines(xml, 'intro', lines, parent);
  const taken = new Map<string, number>();
  for (const item of items) writeItem(xml, item, parent, taken);
}

function writeItem(xml: XmlWriter, item: Item, parent: string, taken: Map<string, number>): void {
  const element = item.depth === 1 ? 'subsection' : 'paragraph';
  const plain = eIdOf(element, item.mark, parent);
  const times = (taken.get(plain) ?? 0) + 1;
  taken.set(plain, times);
  // A mark that comes twice under one parent still needs two identifiers.
  const id = times === 1 ? plain : `${plain}_${times}`;
  xml.open(element, { eId: id }).element('num', { eId: `${id}__num_1` }, item.mark);
  writeBlock(xml, item, id);
  xml.close();
}

function writeLines(xml: XmlWriter, element: 'content' | 'intro', lines: readonly string[], parent: string): void {
  const id = eIdOf(element, '1', parent);
  xml.open(element, { eId: id });
  const all = lines.length === 0 ? [''] : lines;
  for (const [at, line] of all.entries()) xml.element('p', { eId: eIdOf('p', String(at + 1), id) }, line);
  xml.close();
}
