import type { Organization, Role } from '#kernel/policy/index.ts';

type Home = Omit<Organization, 'id'>;

const kenya: Home = { name: 'Demonstration authority, Kenya', kind: 'state', state: 'KEN' };
const peru: Home = { name: 'Demonstration authority, Peru', kind: 'state', state: 'PER' };
const vanuatu: Home = { name: 'Demonstration prison service, Vanuatu', kind: 'state', state: 'VUT' };
const research: Home = { name: 'Demonstration office, research', kind: 'secretariat', unit: 'research' };
const programme: Home = { name: 'Demonstration office, programme', kind: 'secretariat', unit: 'programme' };
const network: Home = { name: 'Demonstration network', kind: 'network', unit: 'demonstration' };
const partner: Home = { name: 'Demonstration partner', kind: 'partner' };

/** One account for each kind of user, in invented bodies; the addresses end in a domain that can never exist. */
export const demonstrationAccounts: readonly { readonly email: string; readonly role: Role; readonly home: Home }[] = [
  { email: 'focal-point@demo.example', role: 'focal-point', home: kenya },
  { email: 'contributor@demo.example', role: 'contributor', home: kenya },
  { email: 'authority@demo.example', role: 'authority', home: peru },
  { email: 'expert@demo.example', role: 'expert', home: peru },
  { email: 'officer@demo.example', role: 'officer', home: vanuatu },
  { email: 'statistician@demo.example', role: 'statistician', home: research },
  { email: 'analyst@demo.example', role: 'analyst', home: network },
  { email: 'programme-manager@demo.example', role: 'programme-manager', home: programme },
  { email: 'report-writer@demo.example', role: 'report-writer', home: programme },
  { email: 'administrator@demo.example', role: 'administrator', home: programme },
  { email: 'partner@demo.example', role: 'contributor', home: partner },
];
