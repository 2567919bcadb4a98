import { pagesOf } from '#kernel/ui/index.ts';
import type { shellPages } from './pages.ts';

/** Answers with one of the shell's own pages. */
export const shellPage = pagesOf<typeof shellPages>();
