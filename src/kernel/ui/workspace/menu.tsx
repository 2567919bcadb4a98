import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Text } from '#kernel/i18n/say.ts';
import { buttonClass } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: Text;
  readonly onAction?: () => void;
  /** Address that the entry leads to instead. */
  readonly address?: string;
}

/** A few things to do with something, behind one button. */
export function MenuButton(props: { label: Text; entries: readonly MenuEntry[]; iconOnly?: boolean }): ReactNode {
  const { t } = usePage();
  const { label, entries, iconOnly } = props;
  return (
    <MenuTrigger>
      {iconOnly === true ? (
        <Button className="icon-button" aria-label={t(label)}>
          <Icon name="more" />
        </Button>
      ) : (
        <Button className={buttonClass({ tone: 'secondary' })}>
          {t(label)}
          <Icon name="down" />
        </Button>
      )}
      <Popover className="popover">
        <Menu className="list-box">
          {entries.map(({ id, label: words, onAction, address }) => (
            <MenuItem
              key={id}
              id={id}
              className="list-item"
              {...(onAction !== undefined && { onAction })}
              {...(address !== undefined && { href: address })}
            >
              {t(words)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
