import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/**
 * The workbook's common list of texts. The first `memory` characters stay in memory, the rest goes to a temporary file that is
 * already deleted while it is open, so that nothing remains whatever happens.
 */
export class SharedTexts {
  #kept: string[] = [];
  #keptCharacters = 0;
  #spilled = 0;
  /** Ends of the spilled texts in the file; the first begins at 0. */
  #ends = new Float64Array(1024);
  #file: { readonly handle: number; readonly folder: string } | undefined;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #written = 0;
  #recent = new Map<number, string>();
  readonly #memory: number;

  constructor(memory: number) {
    this.#memory = memory;
  }

  get size(): number {
    return this.#kept.length + this.#spilled;
  }

  add(text: string): void {
    if (this.#spilled === 0 && this.#keptCharacters + text.length <= this.#memory) {
      this.#kept.push(text);
      // What a string costs besides its characters, so that a million empty texts count too.
      this.#keptCharacters += text.length + 16;
    } else {
      this.#spill(Buffer.from(text, 'utf16le'));
    }
  }

  get(index: number): string | undefined {
    if (index < this.#kept.length) return this.#kept[index];
    const at = index - this.#kept.length;
    if (!(at < this.#spilled)) return undefined;
    const recent = this.#recent.get(at);
    if (recent !== undefined) return recent;
    const text = this.#fetch(at);
    if (this.#recent.size >= 4096) this.#recent.clear();
    this.#recent.set(at, text);
    return text;
  }

  close(): void {
    if (this.#file !== undefined) {
      closeSync(this.#file.handle);
      removeFolder(this.#file.folder);
    }
    this.#file = undefined;
    this.#kept = [];
    this.#spilled = 0;
    this.#recent.clear();
  }

  #spill(bytes: Buffer): void {
    if (this.#spilled === this.#ends.length) {
      const longer = new Float64Array(this.#ends.length * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    const before = this.#spilled === 0 ? 0 : this.#ends[this.#spilled - 1]!;
    this.#ends[this.#spilled++] = before + bytes.length;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= 1024 * 1024) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    try {
      this.#file ??= openUnnamedFile();
      for (let at = 0; at < bytes.length;)
        at += writeSync(this.#file.handle, bytes, at, bytes.length - at, this.#written + at);
    } catch (cause) {
      throw new Problem(
        'unavailable',
        say('The workbook cannot be read: there is no room in the temporary folder. Try again later.'),
        { cause },
      );
    }
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #fetch(at: number): string {
    if (this.#pendingBytes > 0) this.#flush();
    const start = at === 0 ? 0 : this.#ends[at - 1]!;
    const bytes = Buffer.allocUnsafe(this.#ends[at]! - start);
    if (this.#file !== undefined) readSync(this.#file.handle, bytes, 0, bytes.length, start);
    return bytes.toString('utf16le');
  }
}

/** A file of its own in the temporary folder. Its name goes at once where the system allows that, else when it is closed. */
function openUnnamedFile(): { readonly handle: number; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mandata-texts-'));
  const handle = openSync(join(folder, 'texts'), 'wx+', 0o600);
  removeFolder(folder);
  return { handle, folder };
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps the folder while the file is open; close() removes it then.
  }
}
