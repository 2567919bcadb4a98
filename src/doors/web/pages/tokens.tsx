import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import {
  Button,
  CheckboxGroup,
  CopyButton,
  EmptyState,
  errorOf,
  ErrorSummary,
  Field,
  Notice,
  PageHeader,
  Section,
  Select,
  Table,
  Tag,
  usePage,
} from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';
import type { ScopeArea } from '../house.ts';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedAt?: string;
}

export interface TokensProps {
  readonly tokens: readonly Token[];
  readonly scopes: readonly ScopeArea[];
  readonly errors: readonly FormError[];
  readonly name: string;
  readonly done: string;
  /** The token that was made just now. */
  readonly made?: string;
}

const terms = [30, 90, 366];

export default function Tokens({ tokens, scopes, errors, name, done, made }: TokensProps): ReactNode {
  const { t, href, formats } = usePage();
  const inWords = (scope: string): ReactNode => {
    const area = scopes.find((one) => one.scope === scope);
    return area === undefined ? <bdi dir="ltr">{scope}</bdi> : t(area.label);
  };
  return (
    <>
      <PageHeader
        title={say('API tokens')}
        lead={say('A program that carries one works in your name, within what you choose here.')}
      />
      {made !== undefined && (
        <Notice tone="good" title={say('Your new token')} live>
          <p>
            <code className="secret" id="new-token" dir="ltr">
              {made}
            </code>
          </p>
          <p>{t(say('It is shown this once. Keep it as you keep a password.'))}</p>
          <CopyButton from="#new-token" />
        </Notice>
      )}
      {done === 'ended' && (
        <Notice tone="good" live>
          <p>{t(say('The token is ended.'))}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      {tokens.length === 0 ? (
        <EmptyState title={say('You have no tokens')}>
          <p>{t(say('Public data needs none. Make one for a program that reads or writes what is yours.'))}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say('Your tokens')}
          captionHidden
          rows={tokens}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', label: say('Name'), heading: true, cell: (token) => <bdi>{token.name}</bdi> },
            {
              id: 'scopes',
              label: say('May do'),
              cell: (token) => (
                <span className="tags">
                  {token.scopes.map((scope) => (
                    <Tag key={scope}>{inWords(scope)}</Tag>
                  ))}
                </span>
              ),
            },
            { id: 'until', label: say('Works until'), cell: ({ expiresAt }) => formats.date(expiresAt) },
            {
              id: 'used',
              label: say('Last used'),
              cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? t(say('never')) : formats.date(lastUsedAt)),
            },
            {
              id: 'end',
              label: say('End'),
              cell: ({ id }) => (
                <form method="post" action={href('/account/tokens/end')}>
                  <input type="hidden" name="token" value={id} />
                  <Button tone="secondary" small>
                    {t(say('End'))}
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Section title={say('New token')}>
        <form className="form" method="post" action={href('/account/tokens')} noValidate>
          <Field
            name="name"
            label={say('Name')}
            hint={say('What it is for, such as “Yearly import”.')}
            defaultValue={name}
            error={errorOf(errors, 'name')}
          />
          <CheckboxGroup
            name="scopes[]"
            legend={say('May do')}
            hint={say('All that your account may do there. A token never reaches further than its owner.')}
            choices={scopes.map(({ scope, label }) => ({ value: scope, label }))}
            error={errorOf(errors, 'scopes[]') ?? errorOf(errors, 'scopes')}
          />
          <SingleOperations areas={scopes} />
          <Select
            name="days"
            label={say('Works for')}
            defaultValue="90"
            choices={terms.map((days) => ({
              value: String(days),
              label: say('{days, plural, one {# day} other {# days}}', { days }),
            }))}
          />
          <div className="actions">
            <Button>{t(say('Make the token'))}</Button>
          </div>
        </form>
      </Section>
    </>
  );
}

/** For who knows the operations by name: each of them alone. */
function SingleOperations({ areas }: { areas: readonly ScopeArea[] }): ReactNode {
  const { t } = usePage();
  return (
    <fieldset className="field">
      <legend className="label">{t(say('Only single operations'))}</legend>
      {areas.map(({ scope, label, operations }) => (
        <details key={scope}>
          <summary>{t(label)}</summary>
          <div className="choices">
            {operations.map((id) => (
              <div key={id} className="choice">
                <input type="checkbox" id={`scope-${id}`} name="scopes[]" value={id} />
                <label htmlFor={`scope-${id}`}>
                  <code dir="ltr">{id}</code>
                </label>
              </div>
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
