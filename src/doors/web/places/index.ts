export { factsPart } from './facts-part.ts';
export { placeRoutes } from './place-routes.ts';
