export { apiRoutes } from './api-routes.ts';
export { referenceRoutes } from './reference-routes.ts';
