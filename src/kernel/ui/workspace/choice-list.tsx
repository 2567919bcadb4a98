import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Text } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';
import type { Option } from './combo-box.tsx';

interface ChoiceListProps {
  readonly label: Text;
  readonly options: readonly Option[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** One of up to some twenty; longer lists are searched with `SearchSelect`. */
export function ChoiceList({ label, options, selected, onSelect }: ChoiceListProps): ReactNode {
  const { t } = usePage();
  return (
    <Select className="field" value={selected} onChange={(key) => key !== null && onSelect(String(key))}>
      <Label className="label">{t(label)}</Label>
      <Button className="input choice-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover list-popover">
        <ListBox className="list-box">
          {options.map(({ id, label: words }) => (
            <ListBoxItem key={id} id={id} textValue={t(words)} className="list-item">
              {t(words)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
