import { findArea } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { childrenOf, findChild, readXmlTree, textOf, type XmlElement, type XmlSource } from '#kernel/xml/index.ts';
import { coverages, relations, type Coverage, type Relation } from '../law/law.ts';
import { dayBefore } from '../law/point-in-time.ts';
import { eIdOf } from './e-id.ts';
import {
  provisionKinds,
  type DocumentProvision,
  type DocumentReference,
  type LawDocument,
  type ProvisionKind,
} from './law-document.ts';
import { printOutline, type Block, type Item } from './outline.ts';
import { readTreatyAddress } from './treaty-address.ts';
import { kindInAddress, languageOf } from './work-address.ts';
import { aknNamespace } from './write-law.ts';

const limits = { depth: 64, attributes: 60, text: 1_000_000 };
/** Elements and texts: about 5,000 provisions. */
const nodes = 150_000;

/** Reads an Akoma Ntoso act, bill or other document with a body into a law. Problem `invalid` names what is missing; hostile XML is refused by the kernel's bounds. */
export async function readLaw(source: XmlSource, name = 'document'): Promise<LawDocument> {
  const root = await readXmlTree(source, { name, nodes, limits });
  if (root.local !== 'akomaNtoso' || root.namespace !== aknNamespace)
    throw new Problem(
      'invalid',
      say(
        '{document} is no Akoma Ntoso 3.0 document: its outermost element must be akomaNtoso in the namespace {namespace}.',
        { document: name, namespace: aknNamespace },
      ),
    );
  refuseInclusions(root, name);
  const document = childrenOf(root).find((each) => findChild(each, 'meta') !== undefined);
  const body = document && (findChild(document, 'body') ?? findChild(document, 'mainBody'));
  const meta = document && findChild(document, 'meta');
  if (body === undefined || meta === undefined) throw missing(name, 'meta, body');
  return lawOf(meta, body, name);
}

/** Nothing is ever fetched; a document that asks for it would silently lack its text, so it is refused. */
function refuseInclusions(element: XmlElement, name: string): void {
  for (const child of childrenOf(element)) {
    if (child.namespace === 'http://www.w3.org/2001/XInclude')
      throw new Problem(
        'invalid',
        say('{document} includes another document in line {line}. Put its text in, and try again.', {
          document: name,
          line: child.line,
        }),
      );
    refuseInclusions(child, name);
  }
}

const missing = (document: string, element: string): Problem =>
  new Problem('invalid', say('{document} lacks {element}, which a law needs.', { document, element }));

function lawOf(meta: XmlElement, body: XmlElement, name: string): LawDocument {
  const identification = findChild(meta, 'identification');
  const work = identification && findChild(identification, 'FRBRWork');
  const expression = identification && findChild(identification, 'FRBRExpression');
  if (work === undefined || expression === undefined) throw missing(name, 'FRBRWork, FRBRExpression');
  const country = attribute(findChild(work, 'FRBRcountry'), 'value') ?? '';
  const area = findArea(country.toUpperCase());
  if (area === undefined) throw missing(name, 'FRBRcountry');
  const adopted = attribute(findChild(work, 'FRBRdate'), 'date')?.slice(0, 10);
  if (adopted === undefined) throw missing(name, 'FRBRdate');
  const address = attribute(findChild(work, 'FRBRuri'), 'value') ?? '';
  const events = eventsOf(meta);
  const publication = findChild(meta, 'publication');
  const translation = findChild(expression, 'FRBRtranslation');
  const inForce = [...events.values()].find(({ what }) => what === 'entry-into-force')?.date;
  const repealed = [...events.values()].find(({ type }) => type === 'repeal')?.date;
  const alias =
    childrenOf(work, 'FRBRalias').find((each) => attribute(each, 'name') === 'title') ?? findChild(work, 'FRBRalias');
  return {
    jurisdiction: area.id,
    kind: attribute(findChild(work, 'FRBRsubtype'), 'value') ?? kindInAddress(address),
    number: attribute(findChild(work, 'FRBRnumber'), 'value') ?? decodeURIComponent(address.split('/').at(-1) ?? ''),
    title: attribute(alias, 'value') ?? attribute(findChild(work, 'FRBRname'), 'value') ?? address,
    language: languageOf(attribute(findChild(expression, 'FRBRlanguage'), 'language') ?? 'en'),
    ...(translation !== undefined && { translatedFrom: languageOf(attribute(translation, 'fromLanguage') ?? 'en') }),
    adopted,
    ...(inForce !== undefined && { inForce }),
    ...(repealed !== undefined && { repealed }),
    ...(publication !== undefined && { gazette: gazetteOf(publication) }),
    provisions: provisionsOf(body, meta, events, inForce ?? adopted),
  };
}

const attribute = (element: XmlElement | undefined, name: string): string | undefined => element?.attributes.get(name);

function gazetteOf(publication: XmlElement): NonNullable<LawDocument['gazette']> {
  const number = attribute(publication, 'number');
  const date = attribute(publication, 'date')?.slice(0, 10);
  return {
    title: attribute(publication, 'showAs') ?? attribute(publication, 'name') ?? '',
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
  };
}

type Events = ReadonlyMap<string, { readonly date: string; readonly type: string; readonly what: string }>;

function eventsOf(meta: XmlElement): Events {
  return new Map(
    childrenOf(meta, 'lifecycle')
      .flatMap((each) => childrenOf(each, 'eventRef'))
      .map((event) => [
        attribute(event, 'eId') ?? '',
        {
          date: (attribute(event, 'date') ?? '').slice(0, 10),
          type: attribute(event, 'type') ?? '',
          what: (attribute(event, 'refersTo') ?? '').replace('#', ''),
        },
      ]),
  );
}

function provisionsOf(body: XmlElement, meta: XmlElement, events: Events, start: string): DocumentProvision[] {
  const periods = periodsOf(meta, events);
  const answers = answersOf(meta);
  return outermost(body).map((element) => {
    const kind = kindOf(element);
    const number = textOf(findChild(element, 'num') ?? element).trim();
    const id = attribute(element, 'eId') ?? eIdOf(kind, number);
    const period = periods.get((attribute(element, 'period') ?? '').replace('#', ''));
    return {
      kind,
      eId: attribute(element, 'wId') ?? id,
      number: findChild(element, 'num') === undefined ? '' : number,
      heading: textOf(findChild(element, 'heading') ?? { ...element, children: [] }).trim(),
      wording: printOutline(blockOf(element)),
      from: period?.from ?? start,
      ...(period?.to !== undefined && { to: period.to }),
      answers: answers.get(id) ?? [],
    };
  });
}

const kinds = new Set<string>(provisionKinds);
const isKind = (name: string): name is ProvisionKind => kinds.has(name);
const kindOf = ({ local }: XmlElement): ProvisionKind => (isKind(local) ? local : 'section');

/** Provisions at whatever depth: parts and chapters are walked through. */
function outermost(element: XmlElement): XmlElement[] {
  return childrenOf(element, undefined, aknNamespace).flatMap((child) =>
    isKind(child.local) ? [child] : child.local === 'num' || child.local === 'heading' ? [] : outermost(child),
  );
}

function periodsOf(meta: XmlElement, events: Events): ReadonlyMap<string, { from?: string; to?: string }> {
  const groups = childrenOf(meta, 'temporalData').flatMap((each) => childrenOf(each, 'temporalGroup'));
  const dateOf = (reference: string | undefined): string | undefined =>
    events.get((reference ?? '').replace('#', ''))?.date;
  return new Map(
    groups.map((group) => {
      const interval = findChild(group, 'timeInterval');
      const [from, end] = [dateOf(attribute(interval, 'start')), dateOf(attribute(interval, 'end'))];
      return [
        attribute(group, 'eId') ?? '',
        { ...(from !== undefined && { from }), ...(end !== undefined && { to: dayBefore(end) }) },
      ];
    }),
  );
}

const isRelation = (word: string): word is Relation => (relations as readonly string[]).includes(word);
const isCoverage = (word: string): word is Coverage => (coverages as readonly string[]).includes(word);

function answersOf(meta: XmlElement): ReadonlyMap<string, DocumentReference[]> {
  const found = new Map<string, DocumentReference[]>();
  const references = childrenOf(meta, 'analysis')
    .flatMap((each) => childrenOf(each, 'otherReferences'))
    .flatMap((each) => childrenOf(each, 'otherRef'));
  for (const reference of references) {
    const place = readTreatyAddress(attribute(reference, 'href') ?? '');
    const words = (attribute(reference, 'refersTo') ?? '').split(/\s+/);
    const relation = words.map((word) => word.replace('#rel-', '')).find(isRelation);
    const coverage = words.map((word) => word.replace('#coverage-', '')).find(isCoverage);
    if (place === undefined || relation === undefined || coverage === undefined) continue;
    for (const source of childrenOf(reference, 'source')) {
      const id = (attribute(source, 'href') ?? '').replace('#', '');
      found.set(id, [...(found.get(id) ?? []), { ...place, relation, coverage }]);
    }
  }
  return found;
}

/** Text containers, whose paragraphs are lines; everything else with a number is a subdivision. */
const containers = new Set(['content', 'intro', 'wrapUp']);

function blockOf(element: XmlElement): Block {
  const lines: string[] = [];
  const items: Item[] = [];
  for (const child of childrenOf(element, undefined, aknNamespace)) {
    if (containers.has(child.local)) lines.push(...linesOf(child));
    else if (child.local !== 'num' && child.local !== 'heading' && child.local !== 'subheading') {
      const mark = textOf(findChild(child, 'num') ?? { ...child, children: [] }).trim();
      items.push({ mark, depth: 0, ...blockOf(child) });
    }
  }
  // A single empty line is what an empty subdivision is written as.
  return { lines: lines.length === 1 && lines[0] === '' ? [] : lines, items };
}

function linesOf(container: XmlElement): string[] {
  const inner = childrenOf(container, undefined, aknNamespace);
  return inner.length === 0 ? [textOf(container)] : inner.map((each) => textOf(each));
}
