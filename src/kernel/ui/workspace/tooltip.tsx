import type { ReactNode } from 'react';
import { Button, OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { Text } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

/** A short explanation beside a word; nothing that one must know may be only here. */
export function Explain(props: { about: Text; text: Text }): ReactNode {
  const { t } = usePage();
  return (
    <TooltipTrigger delay={300}>
      <Button className="icon-button icon-button-small" aria-label={t(props.about)}>
        <Icon name="info" />
      </Button>
      <Tooltip className="tooltip">
        <OverlayArrow />
        {t(props.text)}
      </Tooltip>
    </TooltipTrigger>
  );
}
