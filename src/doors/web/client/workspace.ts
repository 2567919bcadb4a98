// Entry of the workspaces' script, beside the public one.
import '#kernel/ui/styles/workspace.css';
import type { Catalogue, Language } from '#kernel/i18n/browser.ts';
import { hydrate } from '#kernel/ui/hydrate.tsx';
import { pages } from '../pages.ts';

const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>>> = {
  ar: () => import('#kernel/i18n/catalogues/ar.json'),
  es: () => import('#kernel/i18n/catalogues/es.json'),
  fr: () => import('#kernel/i18n/catalogues/fr.json'),
  ru: () => import('#kernel/i18n/catalogues/ru.json'),
  zh: () => import('#kernel/i18n/catalogues/zh.json'),
};

await hydrate(pages, async (language) => (language === 'en' ? {} : (await catalogues[language]()).default));
