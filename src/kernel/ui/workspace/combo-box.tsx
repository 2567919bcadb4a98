import type { ReactNode } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text as Description,
} from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

export interface Option {
  readonly id: string;
  readonly label: Text;
  /** A second line: a code, a region. */
  readonly note?: Text;
}

interface SearchSelectProps {
  readonly label: Text;
  readonly options: readonly Option[];
  readonly selected?: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly hint?: Text;
  readonly error?: Text | undefined;
  /** For a form that also posts. */
  readonly name?: string;
}

/** A long list that is searched by typing: countries, indicators, codes. */
export function SearchSelect(props: SearchSelectProps): ReactNode {
  const { t } = usePage();
  const { label, options, selected, onSelect, hint, error, name } = props;
  return (
    <ComboBox
      className="field"
      defaultItems={options}
      selectedKey={selected ?? null}
      onSelectionChange={(key) => onSelect(key === null ? null : String(key))}
      isInvalid={error !== undefined}
      {...(name !== undefined && { name })}
    >
      <Label className="label">{t(label)}</Label>
      {hint !== undefined && (
        <Description slot="description" className="hint" elementType="p">
          {t(hint)}
        </Description>
      )}
      {error !== undefined && <FieldError className="field-error">{t(error)}</FieldError>}
      <div className="combo">
        <Input className="input" />
        <Button className="combo-open" aria-label={t(say('Show the list'))}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover list-popover">
        <ListBox<Option>
          className="list-box"
          renderEmptyState={() => <p className="table-empty">{t(say('Nothing fits'))}</p>}
        >
          {({ id, label: words, note }) => (
            <ListBoxItem id={id} textValue={t(words)} className="list-item">
              <span>{t(words)}</span>
              {note !== undefined && <span className="list-note">{t(note)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
