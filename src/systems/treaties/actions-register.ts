import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineRegister,
  link,
  longText,
  reference,
  text,
  yesNo,
  type RecordData,
} from '#engines/registers/index.ts';
import { actionRules } from './action-rules.ts';
import { actionKindList, participantKinds } from './terms.ts';

const self = (relation: string, inverse: ReturnType<typeof say>) => ({ register: 'treaty-actions', relation, inverse });

const fields = {
  key: text(say('Number of the entry')).required().unique().search('high'),
  name: text(say('Entry')).translatable().required().search('high'),
  treaty: reference(say('Treaty'), {
    register: 'treaties',
    relation: 'concerns',
    inverse: say('Actions on this treaty'),
  })
    .required()
    .facet()
    .column(),
  participantKind: code(say('Kind of participant'), participantKinds).required().facet(),
  participant: country(say('State or area')).facet().sortable().column(),
  organization: text(say('Organization'))
    .search()
    .help(say('Where the participant is no State: the organization’s short name.')),
  kind: code(say('Kind of action'), actionKindList).required().facet().sortable().column(),
  deposited: date(say('Date of signature or deposit')).facet().sortable().column(),
  knownBy: date(say('Had been done by')).help(
    say('Only where the source gives no date: the day by which it had been done.'),
  ),
  effect: date(say('Date of effect')).help(
    say('As the depositary gives it. Without it the treaty’s own rule is counted out.'),
  ),
  articles: text(say('Articles concerned')).many(),
  wording: longText(say('Text')).translatable().search(),
  territories: country(say('Territories'), { subNational: true }).many(),
  withdraws: reference(say('Takes back'), self('withdraws', say('Taken back by'))),
  supersedes: reference(say('Stands in the place of'), self('supersedes', say('Replaced by'))),
  objectsTo: reference(say('Objects to'), self('objects-to', say('Objections'))),
  precludes: yesNo(say('Keeps the treaty from entering into force between the two')),
  notice: text(say('Depositary notification')).search('high').help(say('Such as C.N.123.2017.TREATIES-XVIII.12.')),
  source: text(say('Source')).required().search('low'),
  web: link(say('Address of the source')),
};

/** What a record of the log holds. */
export type ActionData = RecordData<typeof fields>;

/** Everything that States and organizations have done about the treaties, from which their status on any day follows. */
export const treatyActions = defineRegister({
  id: 'treaty-actions',
  title: say('Actions on treaties'),
  one: say('Action on a treaty'),
  about: say(
    'Signatures, ratifications, reservations, declarations, objections, notifications and denunciations, as deposited. Who is a party on which day follows from them.',
  ),
  sources: ['A/72/125 para 13', 'E/CN.7/2022/3 para 71', 'A/77/127 para 61', 'E/CN.7/2024/3 paras 43 and 74'],
  titleField: 'name',
  keyField: 'key',
  stateField: 'participant',
  order: '-deposited',
  writers: { administrator: 'any', operator: 'any', 'programme-manager': 'any' },
  fields,
  rules: actionRules,
  cites: ({ treaty, articles = [] }) =>
    treaty === undefined
      ? []
      : articles.map((article) => ({
          to: { kind: 'treaty-article', id: `${treaty}/${article.replace(/\(.*$/, '')}` },
          relation: 'notifies',
        })),
});
