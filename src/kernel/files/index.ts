export type { FileContent, Files, StoredFile } from './files.ts';
export { type FilesSetting, openFiles } from './open-files.ts';
