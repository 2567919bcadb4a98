// The server's side. Pages themselves take components from `browser.ts` and `workspace.ts`.
export { page, pagesOf, type PageOptions } from './render.ts';
export { openUi, withUi, type Ui, type UiEnv, type UiSettings } from './ui.ts';
export { assetRoutes } from './assets.ts';
export { securityHeaders } from './security-headers.ts';
export { navigationFor, type NavigationEntry } from './navigation.ts';
export { here, languageOf, pageNumber } from './page-request.ts';
export { splitLanguage, underLanguage } from './request-language.ts';
export { themeCookie, themeFrom } from './theme.ts';
export type { ActorSummary, Breadcrumb, LayoutName, PageContext, Theme } from './page-context.ts';
export type { Pages, PropsOf } from './page-entry.ts';
