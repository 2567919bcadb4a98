import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Checkbox, CheckboxGroup, Field, RadioGroup, Section, Select, TextArea } from '#kernel/ui/browser.ts';
import { Specimen } from './specimen.tsx';

const years = ['2024', '2023'].map((value) => ({ value, label: value }));
const sexes = [
  { value: 'F', label: say('Female') },
  { value: 'M', label: say('Male') },
];

export function Forms(): ReactNode {
  return (
    <Section
      title={say('Forms')}
      lead={say('They post without JavaScript. One idea at a time; errors say what to do.')}
    >
      <Specimen name="<Field> <TextArea> <Select>">
        <div className="form">
          <Field name="sg-name" label={say('Name')} hint={say('As it appears in official documents.')} />
          <Field
            name="sg-count"
            label={say('Persons held')}
            error={say('Enter a whole number, such as 9210.')}
            defaultValue="nine"
            width={10}
            inputMode="numeric"
          />
          <TextArea name="sg-note" label={say('Note')} optional rows={3} />
          <Select name="sg-year" label={say('Year')} choices={years} />
        </div>
      </Specimen>
      <Specimen name="<RadioGroup> <CheckboxGroup> <Checkbox>">
        <div className="form">
          <RadioGroup name="sg-sex" legend={say('Sex')} inline choices={sexes} chosen="F" />
          <CheckboxGroup name="sg-years" legend={say('Years')} choices={years} chosen={['2024']} />
          <Checkbox name="sg-sure" label={say('I am sure')} />
        </div>
      </Specimen>
    </Section>
  );
}
