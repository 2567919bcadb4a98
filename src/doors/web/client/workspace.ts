// Entry of the workspaces' script, beside the public one.
import '#kernel/ui/styles/workspace.css';
import { hydrate } from '#kernel/ui/hydrate.tsx';
import { pages } from '../pages.ts';

await hydrate(pages);
