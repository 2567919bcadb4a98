export { openLog, silentLog, type Facts, type Level, type Log } from './log.ts';
