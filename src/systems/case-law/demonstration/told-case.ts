/** A case as its author wrote it: the texts in full, what repeats in short forms that `read-short-forms.ts` reads. */
export interface ToldCase {
  readonly number: string;
  readonly decided: string;
  readonly level: 'first' | 'appeal' | 'supreme' | 'constitutional' | 'regional';
  /** Outcomes of the steps before this decision, oldest first, where they were not a conviction that was upheld. */
  readonly before?: readonly string[];
  readonly crimes: readonly string[];
  readonly issues: readonly string[];
  readonly outcome: string;
  readonly name: Texts;
  readonly facts: Texts;
  /** What the court held on the law. */
  readonly held?: Texts;
  /** What is noteworthy about the case. */
  readonly note?: Texts;
  readonly keywords: readonly string[];
  /** Other States involved. */
  readonly with?: readonly string[];
  /** `D1 m 44 KEN`: pseudonym, gender, age and nationality, `-` where not known. */
  readonly persons: readonly string[];
  /** `D1 | offence | verdict | 12y 6m concurrent fine:500KES`. */
  readonly charges: readonly string[];
  /** `mutual-assistance UGA untoc 18`: kind, State, treaty and article. */
  readonly cooperation?: readonly string[];
  /** `untoc-tip 5 1`: treaty, article and paragraph. */
  readonly articles: readonly string[];
  readonly laws?: readonly string[];
  readonly cites?: readonly string[];
}

export type Texts = Readonly<Partial<Record<'en' | 'fr' | 'es' | 'ar' | 'ru' | 'zh', string>>>;
