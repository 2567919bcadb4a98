import { createTransport } from 'nodemailer';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { compose } from './compose.ts';
import type { Letter } from './letter.ts';
import { writeToFolder } from './write-to-folder.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password if the server asks for them. Without it, letters go to the folder. */
  readonly smtpUrl?: string | undefined;
  /** One `.eml` a letter. */
  readonly mailboxFolder: string;
  /** Address of the sender. */
  readonly from: string;
  readonly clock?: () => Date;
}

export interface Mail {
  /** Whether letters leave the machine; if not, an operator has to hand them on. */
  readonly leavesTheMachine: boolean;
  /** Resolves when the mail server or the disk has taken the letter; Problem `unavailable` when it did not. */
  readonly send: (letter: Letter) => Promise<void>;
}

/** Patience with a mail server, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
// No letter ever carries a file or a page fetched from somewhere.
const closed = { disableFileAccess: true, disableUrlAccess: true };

/** Opens the way out for letters: the mail server if one is named, else the mailbox folder. */
export function openMail({ smtpUrl, mailboxFolder, from, clock = () => new Date() }: MailSettings): Mail {
  if (smtpUrl === undefined) {
    const transport = createTransport({ ...closed, streamTransport: true, buffer: true, newline: 'windows' });
    return {
      leavesTheMachine: false,
      async send(letter) {
        const { message } = await transport.sendMail({ from, date: clock(), ...compose(letter) });
        if (!(message instanceof Uint8Array)) throw new Error('The message was not put together in memory.');
        await writeToFolder(mailboxFolder, clock(), message);
      },
    };
  }
  const transport = createTransport({ url: smtpUrl, ...closed, ...patience });
  return {
    leavesTheMachine: true,
    async send(letter) {
      const message = { from, date: clock(), ...compose(letter) };
      await transport.sendMail(message).catch((cause: unknown) => {
        const said = say(
          'The mail server did not take the message. Try again later, or ask the operator to check SMTP_URL.',
        );
        throw new Problem('unavailable', said, { cause });
      });
    },
  };
}
