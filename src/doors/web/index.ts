export { webRoutes } from './web-routes.ts';
export { problemPage } from './problem-page.ts';
