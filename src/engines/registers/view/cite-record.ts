import { translatorOf, type Language, type Text } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { recordPath } from './lookups.ts';

/** How to cite a record: its name, the register, the version and its day, and where it is. */
export function citeRecord(
  language: Language,
  record: {
    readonly register: string;
    readonly registerTitle: Text;
    readonly id: string;
    readonly title: Text;
    readonly version: number;
    readonly changedAt: Date;
    readonly demonstration: boolean;
  },
  origin: string,
): string {
  const t = translatorOf(language);
  return t(
    say('“{title}”, {register}, version {version}, {day}{mark}. {address}', {
      title: t(record.title),
      register: t(record.registerTitle),
      version: record.version,
      day: record.changedAt.toISOString().slice(0, 10),
      mark: record.demonstration ? ` (${t(say('invented for demonstration'))})` : '',
      address: `${origin}/${language}${recordPath(record.register, record.id)}`,
    }),
  );
}
