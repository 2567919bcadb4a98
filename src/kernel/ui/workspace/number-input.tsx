import type { ReactNode } from 'react';
import { Button, FieldError, Group, Input, Label, NumberField } from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

interface NumberInputProps {
  readonly label: Text;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly error?: Text | undefined;
  readonly name?: string;
}

/** A figure, typed with the separators of the visitor's language; never changed by scrolling past. */
export function NumberInput(props: NumberInputProps): ReactNode {
  const { t } = usePage();
  const { label, value, onChange, minimum, maximum, error, name } = props;
  return (
    <NumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      isWheelDisabled
      isInvalid={error !== undefined}
      {...(minimum !== undefined && { minValue: minimum })}
      {...(maximum !== undefined && { maxValue: maximum })}
      {...(name !== undefined && { name })}
    >
      <Label className="label">{t(label)}</Label>
      {error !== undefined && <FieldError className="field-error">{t(error)}</FieldError>}
      <Group className="stepper">
        <Button slot="decrement" aria-label={t(say('Less'))}>
          −
        </Button>
        <Input className="input numeric" />
        <Button slot="increment" aria-label={t(say('More'))}>
          +
        </Button>
      </Group>
    </NumberField>
  );
}
