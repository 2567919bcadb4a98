import { constants, type Stats } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';

/**
 * The absolute path of a file that a command line names for reading. Looked at before it is opened: opening a pipe waits
 * for its writer, for ever if none comes. Problem `wrong-use` for what is no file with content that may be read.
 */
export async function fileToRead(folder: string, name: string): Promise<string> {
  const { path, file } = checked(folder, name);
  const found = await statOf(path, file);
  if (found === undefined) throw refused(say('There is no file {file}. Check its name and its folder.', { file }));
  if (found.isDirectory()) throw refused(say('{file} is a folder. Name a file in it.', { file }));
  if (!found.isFile())
    throw refused(say('{file} is a pipe or a device. Save what it gives as a file and name that.', { file }));
  // The command is used rightly, and the input has an error: exit code 1.
  if (found.size === 0) throw new Problem('invalid', say('The file {file} is empty.', { file }));
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw refused(say('The file {file} may not be read by the user that Mandata runs as.', { file }), cause);
  });
  return path;
}

/** The absolute path of a file that a command line names for writing, new or to be replaced. Problem `wrong-use` for any other place. */
export async function fileToWrite(folder: string, name: string): Promise<string> {
  const { path, file } = checked(folder, name);
  const found = await statOf(path, file);
  if (found?.isDirectory() === true) throw refused(say('{file} is a folder. Name a file in it.', { file }));
  if (found !== undefined && !found.isFile())
    throw refused(say('{file} is a pipe or a device. Name a file.', { file }));
  const around = await statOf(dirname(path), file);
  if (around?.isDirectory() !== true)
    throw refused(say('There is no folder to write {file} into. Make it first.', { file }));
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw refused(say('The user that Mandata runs as may not write into the folder of {file}.', { file }), cause);
  });
  return path;
}

function checked(folder: string, name: string): { path: string; file: string } {
  if (name === '') throw refused(say('The name of the file is empty.'));
  return { path: resolve(folder, name), file: name.length > 200 ? `${name.slice(0, 200)}…` : name };
}

/** Undefined where nothing is; other failures in words. */
async function statOf(path: string, file: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    if (code === 'ENAMETOOLONG') throw refused(say('The name {file} is longer than a file’s can be.', { file }), cause);
    throw refused(say('The user that Mandata runs as may not look for {file}.', { file }), cause);
  }
}

const refused = (said: Message, cause?: unknown): Problem => new Problem('wrong-use', said, { cause });
