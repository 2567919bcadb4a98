import type { Dataflow } from '../model/structure.ts';
import type { Artefact, Categorisation, Category, CategoryScheme } from './artefact.ts';

const version = '1.0.0';

/** The category scheme THEMES of each top agency, and a categorisation for each flow and theme. Unknown themes are added by id. */
export function deriveThemes(flows: readonly Dataflow[], themes: readonly Category[]): readonly Artefact[] {
  const byAgency = Map.groupBy(
    flows.filter((flow) => flow.themes.length > 0),
    (flow) => flow.agency,
  );
  return [...byAgency].flatMap(([agency, members]) => {
    const used = new Set(members.flatMap((flow) => flow.themes));
    const named = themes.filter((theme) => pathsIn([theme]).some((path) => used.has(lastOf(path)) || used.has(path)));
    const known = pathsIn(named);
    const unknown = [...used].filter((id) => pathTo(known, id) === undefined);
    const items = [...named, ...unknown.map((id) => ({ id, name: id, children: [] }))];
    const scheme: CategoryScheme = {
      kind: 'categoryscheme',
      agency,
      id: 'THEMES',
      version,
      description: { en: `Themes that the dataflows of ${agency} are filed under.` },
      name: { en: 'Themes', fr: 'Thèmes', es: 'Temas', ar: 'المواضيع', ru: 'Темы', zh: '主题' },
      items,
    };
    const paths = pathsIn(items);
    return [scheme, ...members.flatMap((flow) => flow.themes.map((id) => categorise(flow, id, scheme, paths)))];
  });
}

function categorise(flow: Dataflow, theme: string, scheme: CategoryScheme, paths: readonly string[]): Categorisation {
  const { agency, id, version: schemeVersion } = scheme;
  return {
    kind: 'categorisation',
    agency: flow.agency,
    id: `${flow.id}_${theme.replaceAll('.', '_')}`,
    version: flow.version,
    name: flow.name,
    description: { en: `${flow.agency}:${flow.id} is filed under ${theme}.` },
    source: { kind: 'dataflow', agency: flow.agency, id: flow.id, version: flow.version },
    target: { kind: 'categoryscheme', agency, id, version: schemeVersion, item: pathTo(paths, theme) ?? theme },
  };
}

/** Full paths (`JUSTICE.PRISONS`) of all categories. */
function pathsIn(categories: readonly Category[], above = ''): readonly string[] {
  return categories.flatMap((category) => {
    const path = above === '' ? category.id : `${above}.${category.id}`;
    return [path, ...pathsIn(category.children, path)];
  });
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function pathTo(paths: readonly string[], id: string): string | undefined {
  return paths.find((path) => path === id) ?? paths.find((path) => lastOf(path) === id);
}
