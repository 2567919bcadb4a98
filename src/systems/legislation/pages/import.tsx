import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Button, ErrorSummary, Field, PageHeader, usePage } from '#kernel/ui/browser.ts';

export interface ImportProps {
  /** What kept the last document out. */
  readonly error?: Message;
}

/** Where an editor gives a law in as an Akoma Ntoso document. */
export default function ImportPage({ error }: ImportProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      {error !== undefined && <ErrorSummary errors={[{ field: 'document', message: error }]} />}
      <PageHeader
        title={say('Import a law')}
        lead={say(
          'An Akoma Ntoso 3.0 document becomes a law with its provisions and judgements, all of them drafts: everything is taken in, or nothing.',
        )}
      />
      <form method="post" encType="multipart/form-data" action={href('/legislation/import')}>
        <Field
          name="document"
          label={say('Akoma Ntoso document')}
          hint={say('XML, at most 1 MB.')}
          error={error}
          type="file"
          accept=".xml,.akn,application/xml,application/akn+xml"
          required
        />
        <Button type="submit">{t(say('Import'))}</Button>
      </form>
    </>
  );
}
