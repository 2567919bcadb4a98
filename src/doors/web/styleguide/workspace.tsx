import { useState, type ReactNode } from 'react';
import type { Selection } from 'react-aria-components';
import { say } from '#kernel/i18n/say.ts';
import { Button, Section, usePage } from '#kernel/ui/browser.ts';
import {
  ChoiceList,
  DayField,
  DialogButton,
  Explain,
  MenuButton,
  NumberInput,
  SearchSelect,
  SelectTable,
  tell,
} from '#kernel/ui/workspace.ts';
import { examples } from './examples.ts';
import { Specimen } from './specimen.tsx';

/** Parts that need script, on React Aria; only workspaces use them. */
export function Workspace(): ReactNode {
  const { t, formats } = usePage();
  const [place, setPlace] = useState<string | null>('XB');
  const [day, setDay] = useState<string | null>('2026-11-22');
  const [count, setCount] = useState<number | undefined>(9210);
  const [kind, setKind] = useState('line');
  const [chosen, setChosen] = useState<Selection>(new Set(['XB']));
  return (
    <Section
      title={say('Workspaces')}
      lead={say('These parts need JavaScript and are used where people work, not where they read.')}
    >
      <Specimen name="<SearchSelect> <ChoiceList> <DayField> <NumberInput>">
        <div className="form">
          <SearchSelect
            label={say('Country or area')}
            hint={say('Type to search.')}
            options={examples.map(({ code, name }) => ({ id: code, label: name, note: code }))}
            selected={place}
            onSelect={setPlace}
          />
          <ChoiceList
            label={say('Show as')}
            options={[
              { id: 'line', label: say('Line') },
              { id: 'bar', label: say('Bars') },
              { id: 'map', label: say('Map') },
            ]}
            selected={kind}
            onSelect={setKind}
          />
          <DayField label={say('Embargo until')} value={day} onChange={setDay} />
          <NumberInput label={say('Persons held')} value={count} onChange={setCount} minimum={0} />
        </div>
      </Specimen>
      <Specimen name="<DialogButton> <MenuButton> <Explain> tell()">
        <div className="actions">
          <DialogButton
            open={say('Withdraw the release')}
            title={say('Withdraw release 4?')}
            confirm={say('Withdraw')}
            tone="danger"
            onConfirm={() => tell(say('Release 4 is withdrawn.'))}
          >
            <p>{t(say('It stays readable, marked as withdrawn, with your reason.'))}</p>
          </DialogButton>
          <MenuButton
            label={say('Download')}
            entries={['CSV', 'XLSX', 'SVG'].map((format) => ({
              id: format,
              label: format,
              onAction: () => tell(say('{format} is on its way.', { format })),
            }))}
          />
          <Button type="button" tone="secondary" onClick={() => tell(say('Saved.'))}>
            {t(say('Save'))}
          </Button>
          <span>
            {t(say('Coverage'))}{' '}
            <Explain
              about={say('What coverage is')}
              text={say('The share of the population that lives in places with a figure.')}
            />
          </span>
        </div>
      </Specimen>
      <Specimen name="<SelectTable>">
        <SelectTable
          caption={say('Findings')}
          rows={examples}
          rowKey={({ code }) => code}
          selected={chosen}
          onSelect={setChosen}
          columns={[
            { id: 'name', label: say('Country or area'), heading: true, cell: ({ name }) => t(name) },
            { id: 'held', label: say('Persons held'), numeric: true, cell: ({ held }) => formats.number(held) },
          ]}
        />
      </Specimen>
    </Section>
  );
}
