import type { SeedRecord } from '#engines/registers/index.ts';
import forms from './demonstration-forms.json' with { type: 'json' };
import providers from './demonstration-providers.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;
type Datum = readonly [kind: string, what: string, whatFr: string, days: number, process: string, processFr: string];

/** Invented service providers. Their addresses lead nowhere; what they keep and ask for is made up. */
export function demonstrationProviders(): readonly SeedRecord[] {
  return providers.map((provider): SeedRecord => {
    const data = provider.data as unknown as readonly Datum[];
    const site = `${provider.name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/gu, '')
      .toLowerCase()}.example`;
    return {
      register: 'evidence-providers',
      id: `demo-provider-${provider.id}`,
      demonstration: true,
      data: {
        name: provider.name,
        country: provider.country,
        services: provider.services.split(' '),
        data: data.map(([kind, what, whatFr, days, process, processFr]) => ({
          kind,
          what: { en: what, fr: whatFr },
          days,
          process: { en: process, fr: processFr },
        })),
        dataKinds: data.map(([kind]) => kind),
        preserves: true,
        preservationDays: provider.days,
        notifies: provider.notifies,
        foreign: provider.foreign,
        languages: provider.languages.split(' '),
        process: provider.process,
        channel: `https://authorities.${site}/requests`,
        emergencyChannel: `emergency@${site}`,
        guide: { url: `https://${site}/guide-for-authorities` },
        verifiedOn: provider.verified,
      },
    };
  });
}

/** One model form of each kind, put together from parts that mean the same in every form; a star marks those that must be filled in. */
export function demonstrationForms(): readonly SeedRecord[] {
  const texts: Readonly<Record<string, { readonly heading: Words; readonly prompt: Words }>> = forms.parts;
  return forms.forms.map(({ kind, name, use, basis, parts }): SeedRecord => ({
    register: 'evidence-forms',
    id: `demo-form-${kind}`,
    demonstration: true,
    data: {
      name,
      kind,
      use,
      basis,
      parts: parts.map((part) => {
        const key = part.replace('*', '');
        const text = texts[key];
        if (text === undefined) throw new TypeError(`There are no words for the part “${key}”.`);
        return { key, ...text, required: part.endsWith('*') };
      }),
    },
  }));
}
