import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import { buttonClass, type ButtonTone } from '../components/button.tsx';
import { usePage } from '../page-provider.tsx';

interface DialogButtonProps {
  /** Words on the button that opens it. */
  readonly open: Text;
  readonly title: Text;
  readonly children: ReactNode;
  readonly confirm?: Text;
  /** Called when confirmed; the dialog closes. */
  readonly onConfirm?: () => void;
  readonly tone?: ButtonTone;
  readonly small?: boolean;
}

/** A question that must be answered before going on. Escape and the cancel button leave everything as it is. */
export function DialogButton(props: DialogButtonProps): ReactNode {
  const { t } = usePage();
  const { open, title, children, confirm, onConfirm, tone = 'secondary', small } = props;
  return (
    <DialogTrigger>
      <Button className={buttonClass({ tone, small })}>{t(open)}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{t(title)}</Heading>
                <div className="dialog-body">{children}</div>
                <div className="actions">
                  {onConfirm !== undefined && (
                    <Button
                      className={buttonClass({ tone: tone === 'danger' ? 'danger' : 'primary' })}
                      onPress={() => {
                        onConfirm();
                        close();
                      }}
                    >
                      {t(confirm ?? say('Confirm'))}
                    </Button>
                  )}
                  <Button slot="close" className={buttonClass({ tone: 'secondary' })}>
                    {onConfirm === undefined ? t(say('Close')) : t(say('Cancel'))}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
