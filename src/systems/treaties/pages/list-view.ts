import type { Language } from '#kernel/i18n/index.ts';
import { dateWords } from '../log/date-words.ts';
import type { TreatyLog } from '../log/open-log.ts';
import { statusMatrix } from '../matrix.ts';
import { quotedFigures } from '../quoted-figures.ts';
import { treatyGroups } from '../terms.ts';
import type { TreatyListProps } from './treaty-list.tsx';

/** All instruments by group, with the parties on record and the count that a report printed last. */
export function listView(log: TreatyLog, day: string, language: Language): TreatyListProps {
  const date = dateWords(language);
  const participants = [...new Set(log.actions.map(({ participant }) => participant))];
  const ids = log.treaties.map(({ id }) => id);
  const { counts } = statusMatrix(log.actions, participants, ids, log.rules, day);
  const rows = log.treaties.map(({ id, name, short, adopted, inForce, group }, at) => {
    const quoted = quotedFigures(id).at(-1);
    return {
      id,
      name,
      short,
      group,
      adopted: date(adopted),
      parties: counts[at]?.parties ?? 0,
      ...(inForce !== undefined && { inForce: date(inForce) }),
      ...(quoted !== undefined && {
        quoted: { parties: quoted.parties, asOf: date(quoted.asOf), citation: quoted.citation },
      }),
    };
  });
  return {
    groups: treatyGroups.terms
      .map(({ id, label }) => ({ id, label, treaties: rows.filter(({ group }) => group === id) }))
      .filter(({ treaties }) => treaties.length > 0),
  };
}
