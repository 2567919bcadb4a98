import type { ReactNode } from 'react';
import {
  Button,
  Text as Words,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import type { NoticeTone } from '../components/notice.tsx';
import { usePage } from '../page-provider.tsx';

interface Told {
  readonly text: Text;
  readonly tone: NoticeTone;
}

const queue = /* @__PURE__ */ new ToastQueue<Told>({ maxVisibleToasts: 3 });

/** Says in passing that something is done; refusals belong into the page, where they stay. */
export function tell(text: Text, tone: NoticeTone = 'good'): void {
  queue.add({ text, tone }, { timeout: 6000 });
}

/** Where the passing messages appear; a workspace page has one. */
export function Toasts(): ReactNode {
  const { t } = usePage();
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast }) => (
        <Toast toast={toast} className={`toast toast-${toast.content.tone}`}>
          <ToastContent>
            <Words slot="title">{t(toast.content.text)}</Words>
          </ToastContent>
          <Button slot="close" className="icon-button" aria-label={t(say('Close'))}>
            <Icon name="cross" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
