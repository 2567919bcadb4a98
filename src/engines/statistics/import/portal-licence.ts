import { say } from '#kernel/i18n/say.ts';
import type { Licence } from '../definition.ts';

/** What the data portal publishes stands under the terms of the Organization's sites. */
export const portalLicence: Licence = {
  name: say('United Nations terms of use'),
  url: 'https://www.un.org/en/about-us/terms-of-use',
};
