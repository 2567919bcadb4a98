import type { Inline } from './tree.ts';

/** Stars that may still be closed: one for emphasis, two for strong, three for both, in an order that the closing ones decide. */
interface Open {
  stars: 1 | 2 | 3;
  readonly into: Inline[];
}

/**
 * Collects inline parts and pairs stars. Emphasis and strong may hold each other and not themselves, so that at most two are open
 * at a time and nothing is looked at twice. Stars that find no partner are text.
 */
export class Emphasis {
  readonly #top: Inline[] = [];
  readonly #open: Open[] = [];

  text(text: string): void {
    addText(this.#into, text);
  }

  add(part: Inline): void {
    this.#into.push(part);
  }

  /** A run of stars, which may open when words follow, and close when words go before. */
  stars(length: number, canOpen: boolean, canClose: boolean): void {
    const left = length > 3 || !canClose ? length : this.#close(length, canOpen);
    if (left === 0) return;
    if (canOpen && isRun(left) && this.#mayOpen(left)) this.#open.push({ stars: left, into: [] });
    else this.text('*'.repeat(left));
  }

  finish(): readonly Inline[] {
    while (this.#open.length > 0) this.#giveUp();
    return this.#top;
  }

  get #into(): Inline[] {
    return this.#open.at(-1)?.into ?? this.#top;
  }

  /** Closes what these stars can close, innermost first; gives how many are left. */
  #close(length: number, canOpen: boolean): number {
    let left = length;
    for (let top = this.#open.at(-1); top !== undefined && left > 0; top = this.#open.at(-1)) {
      if (top.stars === 3) {
        left -= this.#closeInner(top, left === 1 ? 1 : 2);
      } else if (left === 3 || left === top.stars) {
        left -= top.stars;
        this.#closeTop(top);
      } else {
        if ((canOpen && this.#mayOpen(left)) || this.#open.length < 2) return left;
        this.#giveUp();
      }
    }
    return left;
  }

  #closeTop(top: Open): void {
    this.#open.pop();
    this.add({ kind: top.stars === 1 ? 'emphasis' : 'strong', of: top.into });
  }

  #closeInner(top: Open, stars: 1 | 2): number {
    const inner: Inline = { kind: stars === 1 ? 'emphasis' : 'strong', of: [...top.into] };
    top.into.splice(0, top.into.length, inner);
    top.stars = stars === 1 ? 2 : 1;
    return stars;
  }

  #giveUp(): void {
    const top = this.#open.pop();
    if (top === undefined) return;
    this.text('*'.repeat(top.stars));
    for (const part of top.into)
      if (part.kind === 'text') this.text(part.text);
      else this.add(part);
  }

  #mayOpen(stars: number): boolean {
    if (stars === 3) return this.#open.length === 0;
    return this.#open.every((open) => open.stars !== 3 && open.stars !== stars);
  }
}

const isRun = (stars: number): stars is 1 | 2 | 3 => stars <= 3;

function addText(into: Inline[], text: string): void {
  const last = into.at(-1);
  // A text that is still being collected is this function's own, and may grow.
  if (last?.kind === 'text') (last as { text: string }).text += text;
  else if (text !== '') into.push({ kind: 'text', text });
}
