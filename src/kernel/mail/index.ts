export { isMailAddress } from './address.ts';
export type { Letter } from './letter.ts';
export { openMail } from './open-mail.ts';
export type { Mail, MailSettings } from './open-mail.ts';
