import { Hono, type Context } from 'hono';
import { findArea } from '#reference/index.ts';
import { say, translatorOf, type Language, type Text } from '#kernel/i18n/index.ts';
import { can } from '#kernel/policy/index.ts';
import { languageOf, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FacetCount } from '../find/facets.ts';
import { findRecords } from '../find/find-records.ts';
import { operationsOf } from '../operations.ts';
import { snippetOf } from '../view/snippet.ts';
import { lookupsIn } from '../view/lookups-for.ts';
import { recordPath, type Lookups } from '../view/lookups.ts';
import { shownFields } from '../view/record-parts.ts';
import type { RecordView } from '../records/record-view.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import type { RegisterPageDeps } from './deps.ts';
import { readListQuery } from './list-query.ts';
import { contextOf } from './request.ts';

const page = pagesOf<typeof pages>();

/** The list of a register, narrowed down by what there is. */
export function listRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/registers/:register', async (c) => {
    const context = contextOf(c, deps);
    const definition = getRegister(context, c.req.param('register'));
    const known = visibleRegister(definition, context.actor);
    const facets = Object.entries(known.fields).flatMap(([id, { facet }]) => (facet ? [id] : []));
    const query = readListQuery(c.req.queries(), known, languageOf(c));
    const found = await findRecords(context, definition.id, { ...query, facets });
    const lookups = lookupsIn(found.references);
    const state = ownState(context);
    const resource = state === undefined ? {} : { state };
    const { create, import: bring } = operationsOf(definition);
    const words = query.q ?? '';
    const sorts = sortsOf(known, words, languageOf(c));
    const props = {
      register: { id: definition.id, title: definition.title, one: definition.one, about: definition.about },
      words,
      sort: query.sort ?? sorts[0]?.value ?? '',
      sorts,
      facets: facets.map((id) => facetView(known, id, found.facets[id] ?? [], query.filters?.[id] ?? [])),
      page: found.page,
      size: found.size,
      total: found.total,
      records: found.records.map((record) => lineView(known, record, lookups, c, words)),
      demonstration: { total: found.demonstration.total, shown: found.demonstration.shown },
      may: {
        create: can(context.actor, create, resource).allowed,
        import: can(context.actor, bring, resource).allowed,
      },
      empty: words === '' && Object.keys(query.filters ?? {}).length === 0,
    };
    return page(c, 'registers/list', props, {
      title: definition.title,
      layout: 'wide',
      breadcrumbs: [{ label: say('Law and knowledge'), path: '/registers' }, { label: definition.title }],
    });
  });
}

const ownState = ({ actor }: RegistersContext): string | undefined =>
  actor.kind === 'account' ? actor.organization.state : undefined;

/** The first is what the list has unless told: by relevance where words are searched for, else the register's own. */
function sortsOf(
  known: RegisterDefinition,
  words: string,
  language: Language,
): readonly { value: string; label: Text }[] {
  const named = (sort: string): Text => {
    const field = sort.replace(/^-/, '');
    const down = sort.startsWith('-');
    if (field === 'changed') return down ? say('Last changed first') : say('First changed first');
    const spec = known.fields[field];
    if (spec?.kind !== 'date') return spec?.label ?? say('Title');
    const dated = translatorOf(language)(spec.label);
    return down ? say('{field}, latest first', { field: dated }) : say('{field}, earliest first', { field: dated });
  };
  const own = [
    ...(words === '' ? [] : ['relevance']),
    known.order,
    known.titleField,
    ...Object.entries(known.fields).flatMap(([id, { sort, kind }]) => (sort ? [kind === 'date' ? `-${id}` : id] : [])),
    '-changed',
  ];
  return [...new Set(own)].map((value) => ({
    value,
    label: value === 'relevance' ? say('Best match first') : named(value),
  }));
}

function facetView(known: RegisterDefinition, id: string, counts: readonly FacetCount[], chosen: readonly string[]) {
  const spec = known.fields[id];
  const seen = new Set(counts.map(({ value }) => value));
  // A choice that leaves nothing stays in sight, so that it can be taken back.
  const all = [
    ...counts,
    ...chosen.filter((value) => !seen.has(value)).map((value) => ({ value, label: value, count: 0 })),
  ];
  const byYear = spec?.kind === 'date' || spec?.kind === 'period';
  return {
    id,
    label: spec?.label ?? id,
    values: (byYear ? all.toSorted((a, b) => b.value.localeCompare(a.value)) : all).map(({ value, label, count }) => ({
      value,
      count,
      chosen: chosen.includes(value),
      ...(spec?.kind !== 'language' && { label: wordsFor(spec?.kind, value, label) }),
    })),
  };
}

function wordsFor(kind: string | undefined, value: string, label: Text): Text {
  if (kind === 'country') return findArea(value)?.name ?? value;
  if (kind === 'yes-no') return value === 'true' ? say('Yes') : say('No');
  return label;
}

function lineView(known: RegisterDefinition, record: RecordView, lookups: Lookups, c: Context<UiEnv>, words: string) {
  const state = known.lifecycle.states.find(({ id }) => id === record.state);
  const plain = state?.shown === 'readers' && state.withdrawn !== true;
  const columns = Object.entries(known.fields).flatMap(([id, { column }]) =>
    column && id !== known.titleField ? [id] : [],
  );
  const snippet = snippetOf(known, record.data, words, languageOf(c));
  return {
    path: recordPath(known.id, record.id),
    title: record.title,
    fields: shownFields(known, record, lookups, columns),
    withdrawn: record.withdrawn,
    demonstration: record.demonstration,
    ...(!plain && { state: state?.label ?? record.state }),
    ...(snippet !== undefined && { snippet }),
  };
}
