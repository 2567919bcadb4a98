// Entry of the server's bundle, dist/server/pages.js.
import { rendererOf } from '#kernel/ui/server.tsx';
import { pages } from '../pages.ts';

export const { kinds, render } = rendererOf(pages);
