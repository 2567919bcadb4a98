// Entry of every page's script: islands only, no React.
import '#kernel/ui/styles/site.css';
import './engines.css';
import { startIslands } from '#kernel/ui/start-islands.ts';
import { islands } from '../pages.ts';

startIslands(islands);
