import type { Files } from './files.ts';
import { folderFiles } from './folder-files.ts';
import type { S3Setting } from './s3-bucket.ts';
import { s3Files } from './s3-files.ts';

/** Where files are kept: a folder (absolute path), or a bucket. */
export type FilesSetting = { readonly kind: 'folder'; readonly path: string } | ({ readonly kind: 's3' } & S3Setting);

/** The store that the setting names. Nothing is created or asked until a file comes or is wanted. */
export function openFiles(setting: FilesSetting): Files {
  return setting.kind === 'folder' ? folderFiles(setting.path) : s3Files(setting);
}
