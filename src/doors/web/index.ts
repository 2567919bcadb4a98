export { webRoutes } from './web-routes.ts';
export { problemPage } from './problem-page.ts';
export type { BackgroundDesk, BackgroundOverview, RunState } from './background/background-overview.ts';
export type { ErrorReport, WebHouse } from './house.ts';
export type { FrontEntry, FrontFigure, FrontProps } from './pages/front.tsx';
