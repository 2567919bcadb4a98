import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader } from '#kernel/ui/browser.ts';
import { Toasts } from '#kernel/ui/workspace.ts';
import { Colours } from '../styleguide/colours.tsx';
import { Figures } from '../styleguide/figures.tsx';
import { Forms } from '../styleguide/forms.tsx';
import { Signs } from '../styleguide/signs.tsx';
import { Tables } from '../styleguide/tables.tsx';
import { Type } from '../styleguide/type.tsx';
import { Workspace } from '../styleguide/workspace.tsx';

/** Every part of the design system, live. Light, dark and right to left are one press away in the masthead. */
export default function Styleguide(): ReactNode {
  return (
    <>
      <PageHeader
        title={say('Style guide')}
        lead={say(
          'Every part of the interface, live. Switch the language to Arabic for right to left, and the appearance to dark.',
        )}
      />
      <Colours />
      <Type />
      <Signs />
      <Tables />
      <Figures />
      <Forms />
      <Workspace />
      <Toasts />
    </>
  );
}
